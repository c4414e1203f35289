using Gate.Data;
using Gate.Explain;
using Gate.Explain.Choosing;
using Gate.Models;
using Gate.Models.Blending;
using Gate.Models.Calibration;
using Gate.Models.Catalogue;
using Gate.Tests.Explain.Dependence;
using Gate.Tests.Explain.Trees;

namespace Gate.Tests.Explain.Choosing;

/// <summary>Calibrated models and ensembles, shared out exactly by their parts: what all coalitions give that call the whole.</summary>
public sealed class PartsByBruteForce
{
    private const int Columns = 5;

    private static readonly Table training = Rows(1, 200);

    private static readonly ScoreCalibration sigmoid = new SigmoidCalibration(1.7, -0.4, OnLogOdds: true);

    [Theory]
    [InlineData("logistic_regression", ExplainedOutput.Probability, "linear_interventional")]
    [InlineData("logistic_regression", ExplainedOutput.Decision, "linear_interventional")]
    [InlineData("decision_tree", ExplainedOutput.Raw, "tree_interventional")]
    [InlineData("decision_tree", ExplainedOutput.Decision, "tree_interventional")]
    [InlineData("lightgbm", ExplainedOutput.Probability, "tree_interventional")]
    public void Calibrated_by_a_sigmoid_and_by_a_rising_curve(string learner, ExplainedOutput output, string method)
    {
        IModel inner = learner == "lightgbm" ? Margins(3) : Trained(learner, 2);
        Same(Tuned(inner, sigmoid), output, method);
        Same(Tuned(inner, Isotonic(inner)), output, method);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Before_a_calibration_the_margin_is_that_of_the_base_model(bool trees)
    {
        IModel inner = trees ? Margins(4) : Trained("logistic_regression", 2);
        IModel tuned = Tuned(Tuned(inner, sigmoid), null);
        ShapOptions options = new() { Background = Rows(5, 9) };
        ShapValues of = Shap.Explain(tuned, Rows(6, 7), options), expected = Shap.Explain(inner, Rows(6, 7), options);
        Assert.Equal(expected.Values, of.Values);
        Assert.Equal((ExplainedOutput.Raw, expected.Method), (of.Output, of.Method));
        Assert.EndsWith("the margin is that before calibration", Shap.Choose(tuned, options).Why, StringComparison.Ordinal);
        Assert.DoesNotContain("calibration", Shap.Choose(Tuned(inner, null), options).Why, StringComparison.Ordinal);
        Assert.Equal(0, Shap.Mixtures(tuned, ExplainedOutput.Raw));
    }

    [Theory]
    [InlineData(ExplainedOutput.Raw)]
    [InlineData(ExplainedOutput.Probability)]
    [InlineData(ExplainedOutput.Decision)]
    public void An_ensemble_of_trees_a_linear_model_and_a_calibrated_one(ExplainedOutput output) => Same(new BlendedModel([
        (Trained("decision_tree", 2), 3), (Trained("logistic_regression", 2), 2), (Tuned(Margins(7), sigmoid), 1)]), output,
        "mixed_interventional");

    [Fact]
    public void A_calibrated_ensemble() => Same(Tuned(new BlendedModel([(Trained("decision_tree", 2), 1),
        (Trained("logistic_regression", 2), 2)]), sigmoid), ExplainedOutput.Probability, "mixed_interventional");

    /// <summary>One member was trained without a class that the other knows.</summary>
    [Fact]
    public void Several_classes_of_which_one_member_does_not_know_all()
    {
        IModel two = Trained("logistic_regression", 3, label => label == 1 ? 2 : label), tree = Trained("decision_tree", 3);
        Same(new BlendedModel([(tree, 1), (Trained("logistic_regression", 3), 2)]), ExplainedOutput.Probability, "mixed_interventional");
        Same(new BlendedModel([(tree, 1), (Trained("decision_tree", 3, label => label == 1 ? 2 : label), 2)]),
            ExplainedOutput.Probability, "tree_interventional");
        // Its one margin is of two of the classes, from which the three scores do not follow by a softmax.
        ShapChoice choice = Shap.Choose(new BlendedModel([(tree, 1), (two, 2)]), new() { Background = Rows(5, 9) });
        Assert.Equal(ShapMethod.Kernel, choice.Method);
        Assert.Contains("logistic_regression, a part of the ensemble, is neither", choice.Why, StringComparison.Ordinal);
    }

    /// <summary>Also where the trees do not know all classes that are calibrated.</summary>
    [Theory]
    [InlineData("decision_tree", false, "tree_interventional")]
    [InlineData("decision_tree", true, "tree_interventional")]
    [InlineData("logistic_regression", false, "linear_interventional")]
    public void Several_classes_calibrated_each_against_the_rest(string learner, bool lacksOne, string method)
    {
        IModel inner = lacksOne ? Trained(learner, 3, label => label == 1 ? 2 : label) : Trained(learner, 3);
        double[] scores = inner.Score(training);
        int[] labels = [.. Enumerable.Range(0, training.RowCount).Select(row => row * 7 % 3)];
        Same(Tuned(inner, OneAgainstRest.Fit(3, scores, labels, (own, isOf) => SigmoidCalibration.Fit(own, isOf, null, onLogOdds: false))),
            ExplainedOutput.Probability, method);
    }

    [Fact]
    public void The_score_of_several_classes_and_of_counts_of_a_linear_model()
    {
        Same(Trained("logistic_regression", 3), ExplainedOutput.Probability, "linear_interventional");
        Same(Trained("poisson_regression", 0), ExplainedOutput.Probability, "linear_interventional");
    }

    [Fact]
    public void An_ensemble_of_regressions() => Same(new BlendedModel([(Trained("linear_regression", 0), 1),
        (Trained("poisson_regression", 0), 2), (Trained("decision_tree", 0), 3)]), ExplainedOutput.Raw, "mixed_interventional");

    [Fact]
    public void A_kind_that_does_not_fit_all_parts_is_refused_and_one_that_calls_is_taken()
    {
        var mixed = new BlendedModel([(Trained("decision_tree", 2), 1), (Trained("logistic_regression", 2), 1)]);
        Assert.Contains("decision_tree and logistic_regression are not", Assert.Throws<ModelException>(() => Shap.Choose(mixed,
            new(ShapMethod.Tree) { Background = training })).Message, StringComparison.Ordinal);
        Assert.Contains("linear_shap explains an ensemble", Assert.Throws<ModelException>(() => Shap.Choose(mixed,
            new(ShapMethod.Linear) { Background = training })).Message, StringComparison.Ordinal);
        var trees = new BlendedModel([(Trained("decision_tree", 2), 1), (Margins(8), 1)]);
        Assert.Equal(ShapMethod.Tree, Shap.Choose(trees, new(ShapMethod.Tree) { Background = training }).Method);
        Assert.Equal("kernel", Shap.Explain(mixed, Rows(5, 2), new(ShapMethod.Kernel) { Background = Rows(6, 3) }).Method);
        Assert.Equal(0, Shap.Coalitions(mixed, ShapMethod.Parts));
    }

    [Fact]
    public void Where_one_member_reads_too_many_columns_kernel_says_why()
    {
        string[] names = [.. Enumerable.Range(0, 17).Select(i => $"x{i}")];
        var rows = new Table([.. names.Select((name, i) => new NumericColumn(name,
            [.. Enumerable.Range(0, 40).Select(row => (row * (i + 3)) % 7 + 0.1 * row)]))]);
        IModel Of(string learner) => LearnerCatalogue.Find(learner)!.Create(new Dictionary<string, object?>()).Fit(new(
            TaskType.BinaryClassification, rows, ["no", "yes"], [.. Enumerable.Range(0, 40).Select(row => row % 2)], null, null));
        ShapChoice choice = Shap.Choose(new BlendedModel([(Of("logistic_regression"), 1), (Of("dummy"), 1)]),
            new() { Background = rows });
        Assert.Equal(ShapMethod.Kernel, choice.Method);
        Assert.Contains("the ensemble uses 17 columns in one of its models", choice.Why, StringComparison.Ordinal);
    }

    private static void Same(IModel model, ExplainedOutput output, string method)
    {
        (Table rows, Table background) = (Rows(11, 6), Rows(12, 7));
        var options = new ShapOptions(Output: output) { Background = background, Threshold = 0.45 };
        ShapValues found = Shap.Explain(model, rows, options);
        Assert.Equal((method, output == ExplainedOutput.Raw ? ExplainedOutput.Probability : output), (found.Method, found.Output));
        Assert.InRange(found.AdditivityError, 0, 1e-10);
        int width = model.Task == TaskType.MulticlassClassification ? model.Classes.Count : 1;
        for (int k = 0; k < found.Outputs.Count; k++)
        {
            int place = width == 1 ? 0 : model.Classes.ToList().IndexOf(found.Outputs[k]);
            for (int row = 0; row < rows.RowCount; row++)
            {
                double Worth(int set)
                {
                    double[] said = model.Score(Mixed(rows, row, background, set));
                    if (output == ExplainedOutput.Decision) said = Array.ConvertAll(said, score => score >= 0.45 ? 1.0 : 0);
                    return Enumerable.Range(0, background.RowCount).Average(i => said[i * width + place]);
                }
                double[] worths = [.. Enumerable.Range(0, 1 << Columns).Select(Worth)];
                double[] expected = BruteForce.Values(Columns, set => worths[set]);
                for (int column = 0; column < Columns; column++) Assert.Equal(expected[column], found[row, column, k], 1e-10);
                Assert.Equal(worths[0], found.BaseValues[k], 1e-10);
            }
        }
    }

    /// <summary>The background with some columns as they are in one row.</summary>
    private static Table Mixed(Table rows, int row, Table background, int set) => new([.. background.Columns.Select((column, i) =>
        (set >> i & 1) == 0 ? column : rows.Columns[i].Take([.. Enumerable.Repeat(row, background.RowCount)]))]);

    private static TunedModel Tuned(IModel inner, LearnedCalibration? calibration) =>
        new(inner, new(calibration, null, new(CalibrationMethod.None, null)));

    private static IsotonicCalibration Isotonic(IModel model)
    {
        double[] scores = model.Score(training);
        return IsotonicCalibration.Fit(scores, [.. scores.Select((score, i) => i % 3 == 0 || score > 0.5 ? 1 : 0)], null);
    }

    private static ITreeModel Margins(int seed) => TreesOfModels.Model(TreesOfModels.Random(new Random(seed), 3, 7, false)
        .Select(tree => OfFive(tree)).ToArray(), new TreeSum([0, 0, 0], [0.1], 1, InputRule.Exact), Columns, LinkKind.Logistic);

    private static FlatTree OfFive(FlatTree tree)
    {
        for (int node = 0; node < tree.NodeCount; node++) tree.Feature[node] = Math.Min(tree.Feature[node], Columns - 1);
        return tree;
    }

    private static Table Rows(int seed, int rows)
    {
        var random = new Random(seed);
        return new([.. Enumerable.Range(0, Columns).Select(i => new NumericColumn($"x{i}",
            [.. Enumerable.Range(0, rows).Select(_ => (double)random.Next(-3, 4))]))]);
    }

    private static IModel Trained(string learner, int classes, Func<int, int>? relabel = null)
    {
        double Value(int column, int row) => ((NumericColumn)training.Columns[column]).Values[row];
        double[] sums = [.. Enumerable.Range(0, training.RowCount).Select(row => Value(0, row) + Value(1, row) * Value(2, row)
            + 0.5 * Value(3, row) + Value(4, row) % 2)];
        var parameters = new Dictionary<string, object?>();
        if (learner == "decision_tree") parameters["max_depth"] = 4.0;
        TaskType task = classes switch { 0 => TaskType.Regression, 2 => TaskType.BinaryClassification,
            _ => TaskType.MulticlassClassification };
        return LearnerCatalogue.Find(learner)!.Create(parameters).Fit(classes == 0
            ? new(task, training, [], null, Array.ConvertAll(sums, sum => Math.Abs(sum)), null)
            : new(task, training, [.. Enumerable.Range(0, classes).Select(i => $"c{i}")], Array.ConvertAll(sums, sum =>
                (relabel ?? (label => label))(classes == 2 ? sum > 0.3 ? 1 : 0 : sum < -1 ? 0 : sum < 2 ? 1 : 2)), null, null));
    }
}
