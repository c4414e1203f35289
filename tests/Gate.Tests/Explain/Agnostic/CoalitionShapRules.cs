using Gate.Data;
using Gate.Explain;
using Gate.Explain.Agnostic;
using Gate.Explain.Choosing;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Tests.Explain.Trees;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Agnostic;

/// <summary>SHAP of any model: where it has to agree with others, and what it refuses.</summary>
public sealed class CoalitionShapRules
{
    private const int Features = RandomTrees.Features;

    /// <summary>Trees with missing values and categories, seen from outside, are worth what Tree SHAP sees inside.</summary>
    [Theory]
    [InlineData(CoalitionMethod.Exact)]
    [InlineData(CoalitionMethod.Kernel)]
    public void Seen_from_outside_trees_are_worth_what_is_seen_inside(CoalitionMethod method)
    {
        var random = new Random(5);
        FlatTree[] trees = TreesOfModels.Random(random, 6, 12, withSets: true);
        ITreeModel model = TreesOfModels.Model(trees, new TreeSum([0, 1, 2, 0, 1, 2], [0, 0.1, 0.2], 1, InputRule.Exact), Features,
            LinkKind.Softmax);
        Table rows = TreesOfModels.Rows(random, 40), background = TreesOfModels.Rows(random, 11);
        // A decision is one of two classes; it has tests of its own.
        foreach (ExplainedOutput output in (ExplainedOutput[])[ExplainedOutput.Raw, ExplainedOutput.Probability])
        {
            double[] inside = new TreeShap(model, new(TreePerturbation.Interventional, output) { Background = background })
                .Explain(rows).Values;
            double[] outside = CoalitionShap.Explain(SeenFromOutside.Of(model), rows, new(method, output) { Background = background })
                .Values;
            Assert.Equal(inside.Length, outside.Length);
            for (int i = 0; i < inside.Length; i++) Assert.Equal(inside[i], outside[i], 1e-9);
        }
    }

    [Fact]
    public void Explained_rows_are_told_up_to_the_last()
    {
        var random = new Random(8);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 4, 12, withSets: true), new TreeSum(new int[4], [0], 1,
            InputRule.Exact), Features);
        var told = new List<(int Done, int All)>();
        Shap.Explain(model, TreesOfModels.Rows(random, 30), new(ShapMethod.Kernel)
            { Background = TreesOfModels.Rows(random, 5), Progress = (done, all) => told.Add((done, all)) });
        Assert.Equal((30, 30), told[^1]);
        Assert.Equal(told, told.Distinct().Order());
    }

    [Theory]
    [InlineData(CoalitionMethod.Exact)]
    [InlineData(CoalitionMethod.Kernel)]
    [InlineData(CoalitionMethod.Permutation)]
    public void The_same_for_any_number_of_threads_and_rows_at_once(CoalitionMethod method)
    {
        var random = new Random(6);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 4, 12, withSets: true), new TreeSum(new int[4], [0], 1,
            InputRule.Exact), Features);
        Table rows = TreesOfModels.Rows(random, 30), background = TreesOfModels.Rows(random, 700);
        double[] Explain(Table some, int threads) => CoalitionShap.Explain(model, some,
            new(method, Samples: 40, Seed: 3, Threads: threads) { Background = background }).Values;
        double[] one = Explain(rows, 1);
        Assert.Equal(one, Explain(rows, 5));
        Assert.Equal(one[..(4 * Features)], Explain(rows.Take([0, 1, 2, 3]), 2));
    }

    /// <summary>Thirty columns of which coalitions are drawn: a sum is still shared out as it is.</summary>
    [Theory]
    [InlineData(CoalitionMethod.Kernel, 400)]
    [InlineData(CoalitionMethod.Permutation, 60)]
    public void Many_columns_of_a_sum(CoalitionMethod method, int samples)
    {
        string[] names = [.. Enumerable.Range(0, 30).Select(i => $"x{i}")];
        var model = new GivenLinear(names, [.. names.Select((_, i) => (i % 7) - 3.0)], 0.5);
        var random = new Random(1);
        Table Rows(int count) => new([.. names.Select(name => new NumericColumn(name, [.. Enumerable.Range(0, count)
            .Select(_ => random.NextDouble())]))]);
        Table rows = Rows(5), background = Rows(3);
        ShapValues found = CoalitionShap.Explain(model, rows, new(method, ExplainedOutput.Raw, Samples: samples)
            { Background = background });
        double[] expected = Gate.Explain.Linear.LinearShap.Explain(model, rows, background, new()).Values;
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found.Values[i], 1e-8);
    }

    [Fact]
    public void Categories_of_rows_and_background_may_have_other_codes()
    {
        string[] texts = ["a", "b", "c"];
        var training = new Table([new CategoryColumn("letter", [0, 1, 2, 0, 1, 2, 0, 1], texts),
            new NumericColumn("n", [1, 2, 3, 4, 5, 6, 7, 8])]);
        ILearner learner = LearnerCatalogue.Find("decision_tree")!.Create(new Dictionary<string, object?>());
        IModel model = learner.Fit(new(TaskType.Regression, training, [], null, [5, 9, 7, 5.5, 9.5, 7.5, 6, 10], null));
        var turned = new Table([new CategoryColumn("letter", [0, 1, -1], ["c", "a"]), new NumericColumn("n", [3, 1, 5])]);
        ShapValues found = CoalitionShap.Explain(model, training, new(CoalitionMethod.Exact) { Background = turned });
        ShapValues inside = new TreeShap((ITreeModel)model, new(TreePerturbation.Interventional) { Background = turned }).Explain(training);
        for (int i = 0; i < inside.Values.Length; i++) Assert.Equal(inside.Values[i], found.Values[i], 1e-9);
        Assert.Contains(inside.Values, value => Math.Abs(value) > 0.1);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_what_to_do()
    {
        string[] names = [.. Enumerable.Range(0, 16).Select(i => $"x{i}")];
        var model = new GivenLinear(names, [.. names.Select(_ => 1.0)], 0);
        Table rows = new([.. names.Select(name => new NumericColumn(name, [0, 1]))]);
        string Problem(CoalitionShapOptions options) =>
            Assert.Throws<ModelException>(() => CoalitionShap.Explain(model, rows, options)).Message;
        Assert.Contains("up to 15 columns", Problem(new(CoalitionMethod.Exact) { Background = rows }), StringComparison.Ordinal);
        Assert.Contains("too few to tell 16 columns apart", Problem(new(CoalitionMethod.Kernel, Samples: 6) { Background = rows }),
            StringComparison.Ordinal);
        Assert.Contains("background has no rows", Problem(new(CoalitionMethod.Kernel) { Background = rows.Take([]) }),
            StringComparison.Ordinal);
        // What the model refuses on some thread comes out as the model said it.
        Table texts = new([.. names.Select(name => new CategoryColumn(name, [0, 1], ["a", "b"]))]);
        ILearner learner = LearnerCatalogue.Find("decision_tree")!.Create(new Dictionary<string, object?>());
        IModel tree = learner.Fit(new(TaskType.Regression, rows, [], null, [0, 1], null));
        Assert.Throws<ModelException>(() => CoalitionShap.Explain(tree, texts, new(CoalitionMethod.Kernel) { Background = texts }));
    }
}
