using Gate.Data;
using Gate.Models;
using Gate.Models.Blending;
using Gate.Models.Calibration;
using Gate.Models.Onnx;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Scoring;
using Gate.Models.Onnx.Writing;
using Gate.Tests.Models.LightGbm;

namespace Gate.Tests.Models.Onnx;

/// <summary>A trained model that is written as ONNX says of raw rows what it said before.</summary>
public sealed class WrittenModels
{
    private static readonly string[] towns = ["Ulm", "Aachen", "", "Köln"];

    /// <summary>Numbers with and without missing values, text with missing values, a constant column, and a category that training does
    /// not have.</summary>
    internal static Table Rows(int seed, int rows, bool other)
    {
        var random = new Random(seed);
        double[] age = [.. Enumerable.Range(0, rows).Select(_ => Math.Round(20 + (random.NextDouble() * 50), 1))];
        double[] income = [.. Enumerable.Range(0, rows).Select(i => i % 7 == 0 ? double.NaN : random.Next(1, 90) * 1000.0)];
        string[] town = [.. Enumerable.Range(0, rows).Select(i => other && i % 5 == 0 ? "Bonn" : towns[random.Next(towns.Length)])];
        string[] sex = [.. Enumerable.Range(0, rows).Select(_ => random.Next(2) == 0 ? "f" : "m")];
        return new([new NumericColumn("age", age), new NumericColumn("income", income), TestData.Texts("town", town),
            TestData.Texts("sex", sex), new NumericColumn("constant", new double[rows])]);
    }

    internal static TrainingData Training(TaskType task, int classes, int rows = 400)
    {
        Table table = Rows(1, rows, other: false);
        double[] age = ((NumericColumn)table["age"]).Values;
        int[] town = ((CategoryColumn)table["town"]).Codes;
        var noise = new Random(2);
        double[] signal = [.. age.Select((value, row) => (value / 20) + (town[row] * 0.4) + noise.NextDouble())];
        double[] sorted = [.. signal.Order()];
        int[] labels = Array.ConvertAll(signal, value => Math.Min(classes - 1, Array.BinarySearch(sorted, value) * classes / rows));
        return task == TaskType.Regression ? new(task, table, [], null, signal, null)
            : new(task, table, [.. Enumerable.Range(0, classes).Select(code => $"class {code}")], labels, null, null);
    }

    private static OnnxModel Reread(IModel model, params string[] features) => OnnxModel.Load("written.onnx", OnnxExport.Write(model, 0.5),
        new OnnxOptions(model.Task, model.Classes, features.Length > 0 ? features : model.Features));

    private static void Agree(IModel model)
    {
        OnnxModel written = Reread(model);
        foreach (Table rows in new[] { Rows(1, 400, other: false), Rows(3, 300, other: true) })
        {
            double[] before = model.Score(rows), after = written.Score(rows);
            Assert.Equal(before.Length, after.Length);
            for (int i = 0; i < before.Length; i++) Assert.Equal(before[i], after[i], 1e-9);
        }
    }

    public static TheoryData<string, TaskType, int> Learners => new()
    {
        { "logistic_regression", TaskType.BinaryClassification, 2 },
        { "logistic_regression", TaskType.MulticlassClassification, 3 },
        { "linear_regression", TaskType.Regression, 0 },
        { "elastic_net", TaskType.Regression, 0 },
        { "poisson_regression", TaskType.Regression, 0 },
        { "decision_tree", TaskType.BinaryClassification, 2 },
        { "decision_tree", TaskType.MulticlassClassification, 4 },
        { "decision_tree", TaskType.Regression, 0 },
        { "fast_tree", TaskType.BinaryClassification, 2 },
        { "fast_tree", TaskType.MulticlassClassification, 3 },
        { "fast_tree", TaskType.Regression, 0 },
        { "fast_forest", TaskType.BinaryClassification, 2 },
        { "fast_forest", TaskType.MulticlassClassification, 3 },
        { "fast_forest", TaskType.Regression, 0 },
        { "gam", TaskType.BinaryClassification, 2 },
        { "gam", TaskType.MulticlassClassification, 3 },
        { "gam", TaskType.Regression, 0 },
        { "dummy", TaskType.BinaryClassification, 2 },
        { "dummy", TaskType.MulticlassClassification, 3 },
        { "dummy", TaskType.Regression, 0 },
    };

    [LightGbmTheory]
    [InlineData("binary", TaskType.BinaryClassification, 2)]
    [InlineData("multiclass", TaskType.MulticlassClassification, 4)]
    [InlineData("multiclassova", TaskType.MulticlassClassification, 3)]
    [InlineData("regression", TaskType.Regression, 0)]
    [InlineData("poisson", TaskType.Regression, 0)]
    [InlineData("quantile", TaskType.Regression, 0)]
    public void Of_lightgbm_say_the_same_of_raw_rows(string objective, TaskType task, int classes) =>
        Agree(TestData.Learner("lightgbm", ("objective", objective)).Fit(Training(task, classes)));

    [Theory]
    [MemberData(nameof(Learners))]
    public void Say_the_same_of_raw_rows(string learner, TaskType task, int classes) =>
        Agree(TestData.Learner(learner).Fit(Training(task, classes)));

    [Theory]
    [InlineData("logistic_regression", CalibrationMethod.Sigmoid)]
    [InlineData("logistic_regression", CalibrationMethod.Isotonic)]
    [InlineData("decision_tree", CalibrationMethod.Sigmoid)]
    [InlineData("fast_tree", CalibrationMethod.Isotonic)]
    [InlineData("dummy", CalibrationMethod.Isotonic)]
    public void With_a_calibration_of_several_classes(string learner, CalibrationMethod method) =>
        Agree(TunedModel.Fit(TestData.Learner(learner), Training(TaskType.MulticlassClassification, 3), new(method, null)));

    [Theory]
    [InlineData("logistic_regression", CalibrationMethod.Sigmoid)]
    [InlineData("logistic_regression", CalibrationMethod.Isotonic)]
    [InlineData("logistic_regression", CalibrationMethod.None)]
    [InlineData("decision_tree", CalibrationMethod.Sigmoid)]
    [InlineData("decision_tree", CalibrationMethod.Isotonic)]
    [InlineData("dummy", CalibrationMethod.Isotonic)]
    public void With_calibration_and_a_chosen_threshold(string learner, CalibrationMethod method)
    {
        TrainingData data = Training(TaskType.BinaryClassification, 2);
        TunedModel tuned = TunedModel.Fit(TestData.Learner(learner), data, new(method, ThresholdCriterion.F1));
        Agree(tuned);
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(file, OnnxExport.Write(tuned, tuned.Threshold!.Value));
            using WrittenModel written = WrittenModel.Load(file, 1);
            Assert.Equal(tuned.Threshold, written.Threshold);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(TaskType.BinaryClassification, 2, "logistic_regression")]
    [InlineData(TaskType.MulticlassClassification, 3, "logistic_regression")]
    [InlineData(TaskType.Regression, 0, "linear_regression")]
    public void An_average_of_several_models(TaskType task, int classes, string linear)
    {
        TrainingData data = Training(task, classes);
        IModel[] models = [TestData.Learner(linear).Fit(data), TestData.Learner("decision_tree", ("max_depth", 3)).Fit(data),
            TestData.Learner("dummy").Fit(data)];
        Agree(new BlendedModel([(models[0], 2), (models[1], 1.5), (models[2], 0.3)]));
        Agree(new BlendedModel([(models[2], 1)]));
        if (task != TaskType.BinaryClassification) return;
        var blend = new BlendedModel([(models[0], 2), (models[1], 1)]);
        Agree(TunedModel.Of(blend, blend.Score(data.Features), data, new(CalibrationMethod.Isotonic, ThresholdCriterion.F1)));
    }

    /// <summary>Classes that training did not have have the probability 0; two of three trained ones are one sum.</summary>
    [Fact]
    public void Say_nothing_of_classes_without_training_rows()
    {
        TrainingData two = Training(TaskType.BinaryClassification, 2);
        Agree(TestData.Learner("logistic_regression").Fit(two with { Task = TaskType.MulticlassClassification,
            Classes = ["x", "y", "z"], Labels = Array.ConvertAll(two.Labels!, code => code * 2) }));
        TrainingData three = Training(TaskType.MulticlassClassification, 3);
        Agree(TestData.Learner("logistic_regression").Fit(three with { Classes = ["w", "x", "y", "z"],
            Labels = Array.ConvertAll(three.Labels!, code => code + 1) }));
    }

    [Fact]
    public void Without_a_split_or_a_coefficient_answer_for_every_row()
    {
        TrainingData data = Training(TaskType.Regression, 0);
        Agree(TestData.Learner("decision_tree", ("max_depth", 1), ("min_samples_split", 1000)).Fit(data));
        Agree(TestData.Learner("linear_regression").Fit(data with { Targets = new double[400] }));
    }

    [Fact]
    public void Take_only_the_columns_that_they_use()
    {
        IModel tree = TestData.Learner("decision_tree", ("max_depth", 1)).Fit(Training(TaskType.BinaryClassification, 2));
        OnnxModel written = Reread(tree);
        Assert.Equal(((IUsesFeatures)tree).UsedFeatures, written.Features);
        Assert.Single(written.Features);
    }

    /// <summary>The label follows the threshold of the policy; a probability equal to it is positive.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Say_the_class_by_the_threshold(double threshold)
    {
        IModel model = TestData.Learner("decision_tree", ("max_depth", 2)).Fit(Training(TaskType.BinaryClassification, 2));
        Table rows = Rows(3, 200, other: true);
        double[] probabilities = model.Score(rows);
        foreach (double at in new[] { threshold, probabilities[0] })
        {
            OnnxModel labels = OnnxModel.Load("written.onnx", OnnxExport.Write(model, at),
                new OnnxOptions(model.Task, model.Classes, model.Features) { Output = "label" });
            Assert.Equal(Array.ConvertAll(probabilities, value => value >= at ? 1.0 : 0), labels.Score(rows));
        }
    }

    /// <summary>The classes stand in the file, so that none has to be guessed where they are not sorted.</summary>
    [Fact]
    public void Say_which_class_a_probability_is_of()
    {
        TrainingData data = Training(TaskType.BinaryClassification, 2) with { Classes = ["yes", "no"] };
        IModel model = TestData.Learner("decision_tree", ("max_depth", 2)).Fit(data);
        double[] said = model.Score(data.Features), same = Reread(model).Score(data.Features);
        double[] turned = OnnxModel.Load("written.onnx", OnnxExport.Write(model, 0.5),
            new OnnxOptions(model.Task, ["no", "yes"], model.Features)).Score(data.Features);
        for (int i = 0; i < said.Length; i++)
        {
            Assert.Equal(said[i], same[i], 1e-12);
            Assert.Equal(1 - said[i], turned[i], 1e-12);
        }
    }

    [Fact]
    public void Columns_may_be_called_as_outputs_and_steps_are()
    {
        Table table = new([new NumericColumn("label", [1, 2, 3, 4]), new NumericColumn("probabilities", [4, 3, 2, 2]),
            TestData.Texts("v0", "a", "b", "a", "b"), TestData.Texts("Identity", "x", "x", "y", "y")]);
        var data = new TrainingData(TaskType.BinaryClassification, table, ["no", "yes"], [0, 1, 0, 1], null, null);
        IModel model = TestData.Learner("logistic_regression").Fit(data);
        double[] said = model.Score(table), written = Reread(model).Score(table);
        for (int i = 0; i < said.Length; i++) Assert.Equal(said[i], written[i], 1e-9);
    }

    [Fact]
    public void Are_the_same_bytes_each_time_and_name_what_they_are()
    {
        TrainingData data = Training(TaskType.BinaryClassification, 2);
        byte[] once = OnnxExport.Write(TestData.Learner("decision_tree").Fit(data), 0.25, [new("policy", "credit")]);
        Assert.Equal(once, OnnxExport.Write(TestData.Learner("decision_tree").Fit(data), 0.25, [new("policy", "credit")]));
        string text = System.Text.Encoding.Latin1.GetString(once);
        foreach (string said in new[] { "decision_tree", "sha256:", "[\"class 0\",\"class 1\"]", "0.25", "credit" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gate.classes", "[1]")]
    [InlineData("gate.classes", "{}")]
    [InlineData("gate.classes", "null")]
    [InlineData("gate.classes", "[\"a\"")]
    [InlineData("gate.classes", "[null]")]
    [InlineData("gate.task", "7")]
    [InlineData("gate.task", "guessing")]
    [InlineData("gate.threshold", "NaN")]
    [InlineData("gate.threshold", "half")]
    public void A_file_that_says_nonsense_of_itself_is_refused(string key, string text)
    {
        byte[] bytes = OnnxExport.Write(TestData.Learner("dummy").Fit(Training(TaskType.Regression, 0)), 0.5, [new(key, text)]);
        Assert.Contains(key, Assert.Throws<ModelException>(() => GraphReader.Read(bytes)).Message, StringComparison.Ordinal);
    }
}
