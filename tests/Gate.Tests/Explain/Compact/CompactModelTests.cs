using Gate.Data;
using Gate.Explain.Compact;
using Gate.Models;
using Gate.Models.Calibration;
using Gate.Models.Catalogue;
using Gate.Tests.Explain.Dependence;
using Gate.Tests.Explain.Trees;
using Gate.Tests.Models;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Compact;

/// <summary>The compact form scores as the model does, whatever its format takes for missing or does to values first.</summary>
public sealed class CompactModelTests
{
    [Theory]
    [InlineData(InputRule.Exact, LinkKind.Identity, false)]
    [InlineData(InputRule.Single, LinkKind.Logistic, false)]
    [InlineData(InputRule.Single, LinkKind.Exp, true)]
    [InlineData(InputRule.TinyIsZero, LinkKind.Logistic, true)]
    [InlineData(InputRule.TinyIsZero, LinkKind.SignedSquare, true)]
    [InlineData(InputRule.TinyIsZero, LinkKind.LogOnePlusExp, false)]
    public void Trees_of_every_kind_of_split_score_the_same(InputRule rule, LinkKind link, bool withSets)
    {
        var random = new Random(4);
        for (int round = 0; round < 20; round++)
        {
            FlatTree[] trees = TreesOfModels.Random(random, 3, 12, withSets);
            ITreeModel model = TreesOfModels.Model(trees, new TreeSum([0, 0, 0], [0.5], 2, rule), RandomTrees.Features, link);
            CompactModel compact = Compact(model, TreesOfModels.Rows(random, 20));
            Table rows = TreesOfModels.Rows(random, 200);
            Same(model, compact, rows);
            Assert.Equal(trees.Sum(tree => tree.NodeCount), compact.Nodes);
        }
    }

    [Theory]
    [InlineData("decision_tree", TaskType.BinaryClassification)]
    [InlineData("decision_tree", TaskType.Regression)]
    [InlineData("logistic_regression", TaskType.BinaryClassification)]
    [InlineData("linear_regression", TaskType.Regression)]
    [InlineData("fast_tree", TaskType.BinaryClassification)]
    [InlineData("fast_forest", TaskType.BinaryClassification)]
    [InlineData("fast_forest", TaskType.Regression)]
    [InlineData("gam", TaskType.BinaryClassification)]
    [InlineData("gam", TaskType.Regression)]
    public void Own_models_score_the_same_with_categories_and_what_is_missing(string learner, TaskType task)
    {
        Table rows = Rows(300, 1);
        double[] targets = [.. Enumerable.Range(0, 300).Select(i => i % 5 + (i % 3 == 0 ? 4.0 : 0))];
        var data = new TrainingData(task, rows, task == TaskType.Regression ? [] : ["no", "yes"],
            task == TaskType.Regression ? null : Array.ConvertAll(targets, value => value > 4 ? 1 : 0),
            task == TaskType.Regression ? targets : null, null);
        IModel model = TestData.Learner(learner).Fit(data);
        CompactModel compact = Compact(model, rows);
        Same((IReadsFeatures)model, compact, Rows(200, 2));
        Assert.Equal(learner.EndsWith("_regression", StringComparison.Ordinal), compact.Trees.Count == 0);
    }

    /// <summary>The values of another row: unseen categories, and missing ones.</summary>
    private static Table Rows(int rows, int seed)
    {
        var random = new Random(seed);
        double[] numbers = [.. Enumerable.Range(0, rows).Select(i => i % 11 == 0 ? double.NaN : i % 5 + random.NextDouble())];
        return new([new NumericColumn("n", numbers, missing: Array.ConvertAll(numbers, double.IsNaN)),
            new CategoryColumn("c", [.. Enumerable.Range(0, rows).Select(i => i % 7 == 0 ? -1 : (i + seed) % (2 + seed))],
                ["a", "b", "c", "d"])]);
    }

    [Fact]
    public void What_a_model_does_not_tell_of_its_training_rows_is_counted()
    {
        ITreeModel model = TreesOfModels.Model([new([0, -1, -1], [0.5, 0, 0], [-1, -1, -1], new bool[3], [1, -1, -1], [2, -1, -1],
            [0, 1, 2], 1, new double[3], [])], new TreeSum([0], [0], 1, InputRule.Exact), 1);
        CompactModel compact = Compact(model, new([new NumericColumn("x0", [0, 0.25, 1])]));
        Assert.Equal([3, 2, 1], compact.Trees[0].Cover);
    }

    [Fact]
    public void What_has_no_compact_form_says_why()
    {
        Table rows = Rows(40, 1);
        IModel Fit(string learner, int classes) => LearnerCatalogue.Find(learner)!.Create(new Dictionary<string, object?>()).Fit(new(
            classes == 2 ? TaskType.BinaryClassification : TaskType.MulticlassClassification, rows,
            [.. Enumerable.Range(0, classes).Select(i => $"k{i}")], [.. Enumerable.Range(0, 40).Select(i => i % classes)], null, null));
        Assert.Contains("neither made of trees nor linear", CompactModel.Of(new GivenModel(["n"], _ => 1), rows).Reason!,
            StringComparison.Ordinal);
        Assert.Contains("no rows", CompactModel.Of(Fit("decision_tree", 2), rows.Take([])).Reason!, StringComparison.Ordinal);
    }

    private static CompactModel Compact(IModel model, Table rows)
    {
        (CompactModel? compact, string? reason) = CompactModel.Of(model, rows);
        Assert.Null(reason);
        return compact!;
    }

    private static void Same(IReadsFeatures model, CompactModel compact, Table rows, IModel? scored = null)
    {
        double[] scores = (scored ?? model).Score(rows);
        int width = model.Task == TaskType.MulticlassClassification ? model.Classes.Count : 1;
        IReadOnlyList<double[]> columns = model.Read(rows);
        for (int row = 0; row < rows.RowCount; row++)
        {
            double[] own = compact.Scores(CompactModel.Values(columns, row));
            for (int k = 0; k < own.Length; k++)
            {
                double said = scores[row * width + (width == 1 ? 0 : model.Classes.ToList().IndexOf(compact.Outputs[k]))];
                Assert.Equal(said, own[k], 1e-9 * Math.Max(1, Math.Abs(said)));
            }
        }
    }

    /// <summary>Of a class that training did not have a linear model has no output.</summary>
    [Theory]
    [InlineData("decision_tree")]
    [InlineData("logistic_regression")]
    [InlineData("fast_forest")]
    public void Several_classes_have_a_margin_each(string learner)
    {
        Table rows = Rows(300, 1);
        string[] classes = learner == "fast_forest" ? ["a", "b", "c"] : ["a", "b", "c", "d"];
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => (i % 5 + i % 3) % 3 is 1 && classes.Length == 4 ? 3 : (i % 5 + i % 3) % 3)];
        IModel model = TestData.Learner(learner).Fit(new(TaskType.MulticlassClassification, rows, classes, labels, null, null));
        CompactModel compact = Compact(model, rows);
        // A tree keeps the class, with the score 0.
        Assert.Equal(learner == "logistic_regression" ? ["a", "c", "d"] : classes, compact.Outputs);
        Assert.Equal(compact.Outputs.Count, compact.Trees.Count == 0 ? compact.Terms.Select(term => term.Output).Distinct().Count()
            : compact.Trees.Select(tree => tree.Output).Distinct().Count());
        Same((IReadsFeatures)model, compact, Rows(200, 2));
    }

    [Theory]
    [InlineData(LinkKind.Softmax)]
    [InlineData(LinkKind.LogisticEach)]
    [InlineData(LinkKind.LogisticShares)]
    public void Trees_of_several_classes_score_the_same_whatever_makes_scores_of_margins(LinkKind link)
    {
        var random = new Random(9);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 6, 8, false), new TreeSum([0, 1, 2, 0, 1, 2], [0.5, 0, -1], 1,
            InputRule.Single), RandomTrees.Features, link);
        Same(model, Compact(model, TreesOfModels.Rows(random, 20)), TreesOfModels.Rows(random, 100));
    }

    [Theory]
    [InlineData("logistic_regression", "sigmoid")]
    [InlineData("logistic_regression", "isotonic")]
    [InlineData("decision_tree", "sigmoid")]
    [InlineData("decision_tree", "isotonic")]
    public void A_calibration_is_made_of_the_scores_at_last(string learner, string method)
    {
        Table rows = Rows(300, 1);
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => (i % 5 + i % 3) % 3 == 0 ? 1 : 0)];
        IModel inner = TestData.Learner(learner).Fit(new(TaskType.BinaryClassification, rows, ["no", "yes"], labels, null, null));
        ScoreCalibration One(double[] own, int[] isOf) => method == "isotonic" ? IsotonicCalibration.Fit(own, isOf, null)
            : SigmoidCalibration.Fit(own, isOf, null, onLogOdds: learner == "logistic_regression");
        TunedModel tuned = Tuned(inner, One(inner.Score(rows), [.. labels.Select((label, i) => i % 4 == 0 ? 1 - label : label)]));
        CompactModel compact = Compact(tuned, rows);
        Assert.Equal(tuned.Calibration, compact.Calibration);
        Same((IReadsFeatures)inner, compact, Rows(200, 2), tuned);
        Assert.NotEqual(inner.Score(rows), tuned.Score(rows));
        // A threshold alone changes no score.
        Assert.Null(Compact(new TunedModel(inner, new(null, null, new(CalibrationMethod.None, null))), rows).Calibration);
    }

    [Theory]
    [InlineData("logistic_regression")]
    [InlineData("decision_tree")]
    public void Calibrations_of_several_classes_are_divided_by_their_sum(string learner)
    {
        Table rows = Rows(300, 1);
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => (i % 5 + i % 3) % 3)];
        IModel inner = TestData.Learner(learner).Fit(new(TaskType.MulticlassClassification, rows, ["a", "b", "c"], labels, null, null));
        int[] others = [.. labels.Select((label, i) => i % 4 == 0 ? i % 3 : label)];
        TunedModel tuned = Tuned(inner, OneAgainstRest.Fit(3, inner.Score(rows), others, (own, isOf) =>
            IsotonicCalibration.Fit(own, isOf, null)));
        Same((IReadsFeatures)inner, Compact(tuned, rows), Rows(200, 2), tuned);
    }

    [Fact]
    public void A_calibration_of_a_class_that_training_did_not_have_says_why()
    {
        Table rows = Rows(300, 1);
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => i % 3)];
        IModel inner = TestData.Learner("logistic_regression").Fit(new(TaskType.MulticlassClassification, rows, ["a", "b", "c", "d"],
            labels, null, null));
        TunedModel tuned = Tuned(inner, OneAgainstRest.Fit(4, inner.Score(rows), labels,
            (own, isOf) => SigmoidCalibration.Fit(own, isOf, null, onLogOdds: false)));
        Assert.Contains("calibrated also for a class that training did not have", CompactModel.Of(tuned, rows).Reason!,
            StringComparison.Ordinal);
    }

    private static TunedModel Tuned(IModel inner, LearnedCalibration calibration) =>
        new(inner, new(calibration, null, new(CalibrationMethod.Sigmoid, null)));
}
