using Gate.Data;
using Gate.Explain;
using Gate.Explain.Choosing;
using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Tests.Explain.Trees;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Choosing;

/// <summary>Scores and decisions shared out exactly: what looks into the model gives what all coalitions give that call it.</summary>
public sealed class ScoresAndDecisions
{
    [Theory]
    [InlineData(ExplainedOutput.Probability, 0.5)]
    [InlineData(ExplainedOutput.Decision, 0.5)]
    [InlineData(ExplainedOutput.Decision, 0.7)]
    public void Of_trees(ExplainedOutput output, double threshold)
    {
        var random = new Random(6);
        for (int round = 0; round < 10; round++)
        {
            ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 3, 8, true), new TreeSum([0, 0, 0], [0.2], 1,
                InputRule.Exact), RandomTrees.Features, LinkKind.Logistic);
            Same(model, TreesOfModels.Rows(random, 12), TreesOfModels.Rows(random, 9), output, threshold, "tree_interventional");
        }
    }

    [Theory]
    [InlineData(ExplainedOutput.Probability, 0.5)]
    [InlineData(ExplainedOutput.Decision, 0.4)]
    public void Of_a_linear_model_with_categories_and_what_is_missing(ExplainedOutput output, double threshold)
    {
        Table rows = Rows(60);
        IModel model = LearnerCatalogue.Find("logistic_regression")!.Create(new Dictionary<string, object?>()).Fit(new(
            TaskType.BinaryClassification, rows, ["no", "yes"],
            [.. Enumerable.Range(0, 60).Select(i => i % 5 > 2 || i % 7 == 0 ? 1 : 0)], null, null));
        Same(model, rows.Take([.. Enumerable.Range(0, 20)]), rows.Take([.. Enumerable.Range(30, 15)]), output, threshold,
            "linear_interventional");
    }

    private static Table Rows(int rows)
    {
        double[] numbers = [.. Enumerable.Range(0, rows).Select(i => i % 9 == 0 ? double.NaN : i % 5)];
        return new([new NumericColumn("n", numbers, missing: Array.ConvertAll(numbers, double.IsNaN)),
            new NumericColumn("m", [.. Enumerable.Range(0, rows).Select(i => i * 37.0 % 11)]),
            new CategoryColumn("c", [.. Enumerable.Range(0, rows).Select(i => i % 7 == 0 ? -1 : i % 3)], ["a", "b", "c"])]);
    }

    private static void Same(IModel model, Table rows, Table background, ExplainedOutput output, double threshold, string method)
    {
        ShapValues Of(ShapMethod kind) => Shap.Explain(model, rows, new(kind, output) { Background = background, Threshold = threshold });
        ShapValues found = Of(ShapMethod.Auto), exact = Of(ShapMethod.Exact);
        Assert.Equal((method, output), (found.Method, found.Output));
        for (int i = 0; i < exact.Values.Length; i++) Assert.Equal(exact.Values[i], found.Values[i], 1e-9);
        Assert.Equal(exact.BaseValues[0], found.BaseValues[0], 1e-9);
        Assert.InRange(found.AdditivityError, 0, 1e-9);
    }

    /// <summary>The score of a leaf is often the threshold itself; what rounding does to a sum must not decide it.</summary>
    [Fact]
    public void A_score_that_is_the_threshold_is_positive_in_every_mixture()
    {
        FlatTree Stump(int feature, double low, double high) => new([feature, -1, -1], [0.5, 0, 0], [-1, -1, -1], new bool[3], [1, -1, -1],
            [2, -1, -1], [0, low, high], 1, [2, 1, 1], []);
        ITreeModel model = TreesOfModels.Model([Stump(0, 0.1, 0.3), Stump(1, 0.2, 0.4), Stump(2, 0.3, -0.6)], new TreeSum([0, 0, 0], [0], 1,
            InputRule.Exact), 3, LinkKind.Logistic);
        Table rows = new([.. Enumerable.Range(0, 3).Select(i => new NumericColumn($"x{i}", [0, 1, 1]))]);
        Same(model, rows, rows, ExplainedOutput.Decision, 1 / (1 + Math.Exp(-(0.1 + 0.2 - 0.6))), "tree_interventional");
    }

    [Fact]
    public void Where_exact_values_would_cost_too_much_kernel_says_why()
    {
        string[] names = [.. Enumerable.Range(0, 17).Select(i => $"x{i}")];
        var table = new Table([.. names.Select((name, i) => new NumericColumn(name, [i % 3, i % 5, 1]))]);
        IModel model = LearnerCatalogue.Find("logistic_regression")!.Create(new Dictionary<string, object?>()).Fit(new(
            TaskType.BinaryClassification, new([.. names.Select((name, i) => new NumericColumn(name,
                [.. Enumerable.Range(0, 40).Select(row => (row * (i + 3)) % 7 + 0.1 * row)]))]), ["no", "yes"],
            [.. Enumerable.Range(0, 40).Select(row => row % 2)], null, null));
        ShapChoice choice = Shap.Choose(model, new(Output: ExplainedOutput.Probability) { Background = table });
        Assert.Equal(ShapMethod.Kernel, choice.Method);
        Assert.Contains("uses 17 columns and exact values of the score take up to 16", choice.Why, StringComparison.Ordinal);
        Assert.Equal(ShapMethod.Linear, Shap.Choose(model, new() { Background = table }).Method);
        Assert.Contains("differs from one of the background", Assert.Throws<ModelException>(() => Shap.Explain(model, table,
            new(ShapMethod.Linear, ExplainedOutput.Probability) { Background = new([.. names.Select(name => new NumericColumn(name, [9]))])
            })).Message, StringComparison.Ordinal);
    }
}
