using Gate.Data;
using Gate.Explain;
using Gate.Explain.Agnostic;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Tests.Explain.Trees;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Agnostic;

/// <summary>Sums of trees are looked up and not called for each mixture: nothing but the time may show it.</summary>
public sealed class CoalitionShapOfTrees
{
    private const int Features = RandomTrees.Features;

    [Theory]
    [InlineData(CoalitionMethod.Exact, LinkKind.Identity, 1, true)]
    [InlineData(CoalitionMethod.Kernel, LinkKind.Logistic, 1, true)]
    [InlineData(CoalitionMethod.Kernel, LinkKind.Softmax, 2, true)]
    [InlineData(CoalitionMethod.Kernel, LinkKind.Softmax, 3, true)]
    // Without sets the last features are used by no tree.
    [InlineData(CoalitionMethod.Kernel, LinkKind.Exp, 1, false)]
    [InlineData(CoalitionMethod.Permutation, LinkKind.Softmax, 3, false)]
    public void Values_are_those_of_calling_the_model(CoalitionMethod method, LinkKind link, int outputs, bool withSets)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            var random = new Random(seed);
            FlatTree[] trees = TreesOfModels.Random(random, 9, 20, withSets);
            var sum = new TreeSum([.. trees.Select((_, t) => t % outputs)], [.. Enumerable.Range(0, outputs).Select(k => 0.1 * k)], 2,
                InputRule.TinyIsZero);
            ITreeModel model = TreesOfModels.Model(trees, sum, Features, link);
            var seen = new SeenTrees(model);
            // Rows of the background come several times, in part.
            Table rows = TreesOfModels.Rows(random, 25), background = TreesOfModels.Rows(random, 30)
                .Take([.. Enumerable.Range(0, 30), 5, 5, 1, 7, 7]);
            var options = new CoalitionShapOptions(method, ExplainedOutput.Raw, Samples: 40, Seed: 3) { Background = background };
            ShapValues found = CoalitionShap.Explain(seen, rows, options), called = Called(model, rows, options);
            AssertSame(called, found);
            Assert.Equal(called.Notes, found.Notes);
            Assert.Equal(called.Method, found.Method);
            Assert.InRange(found.AdditivityError, 0, 1e-12);
            // Once for what the rows and the background are worth, and of several classes once to see which there are.
            Assert.Equal(rows.RowCount + background.RowCount + (outputs > 2 ? 1 : 0), seen.Called);
        }
    }

    /// <summary>A mean of scores that are no sums, a mean that a link changes, and decisions.</summary>
    [Theory]
    [InlineData(ExplainedOutput.Probability, ShapLink.Identity)]
    [InlineData(ExplainedOutput.Probability, ShapLink.Logit)]
    [InlineData(ExplainedOutput.Decision, ShapLink.Identity)]
    public void What_is_no_sum_of_trees_is_called(ExplainedOutput output, ShapLink link)
    {
        var random = new Random(7);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 4, 12, withSets: true), new TreeSum(new int[4], [0], 1,
            InputRule.Exact), Features, LinkKind.Logistic);
        var seen = new SeenTrees(model);
        Table rows = TreesOfModels.Rows(random, 6);
        var options = new CoalitionShapOptions(CoalitionMethod.Exact, output, link) { Background = TreesOfModels.Rows(random, 5) };
        Assert.Equal(Called(model, rows, options).Values, CoalitionShap.Explain(seen, rows, options).Values);
        Assert.True(seen.Called > 6 * 5 * 60);
    }

    /// <summary>Scores that are sums are looked up; not where a link changes their mean.</summary>
    [Theory]
    [InlineData(2, ShapLink.Identity)]
    [InlineData(3, ShapLink.Identity)]
    [InlineData(2, ShapLink.Logit)]
    public void Shares_of_classes_are_sums_too(int classes, ShapLink link)
    {
        var random = new Random(9);
        Table rows = TreesOfModels.Rows(random, 40), background = TreesOfModels.Rows(random, 9);
        int[] labels = [.. Enumerable.Range(0, 40).Select(row => TreesOfModels.Value(rows, 0, row) is var x && x > 20 ? 1
            : TreesOfModels.Value(rows, 1, row) > 10 ? classes - 1 : 0)];
        ILearner learner = LearnerCatalogue.Find("decision_tree")!.Create(new Dictionary<string, object?> { ["max_depth"] = 3.0 });
        IModel model = learner.Fit(new(classes == 2 ? TaskType.BinaryClassification : TaskType.MulticlassClassification, rows,
            [.. Enumerable.Range(0, classes).Select(i => $"c{i}")], labels, null, null));
        var seen = new SeenTrees((ITreeModel)model);
        var options = new CoalitionShapOptions(CoalitionMethod.Exact, Link: link) { Background = background };
        ShapValues found = CoalitionShap.Explain(seen, rows, options);
        bool isCalled = seen.Called > rows.RowCount + background.RowCount + 1;
        Assert.Equal(link == ShapLink.Logit, isCalled);
        if (link == ShapLink.Identity) AssertSame(Called(model, rows, options), found);
    }

    /// <summary>A class that training did not have is an output without trees.</summary>
    [Fact]
    public void Outputs_without_trees_are_not_looked_up()
    {
        var random = new Random(10);
        ITreeModel model = TreesOfModels.Model(TreesOfModels.Random(random, 3, 8, withSets: false), new TreeSum([0, 1, 2], [0, 0, 0], 1,
            InputRule.Exact), Features, LinkKind.Softmax);
        Table rows = TreesOfModels.Rows(random, 5);
        TreeWorths? Of(int outputs) => TreeWorths.Of(model, ExplainedOutput.Raw, outputs, [0, 1, 2], rows, rows, 6,
            InParallel.Options(1, default));
        Assert.NotNull(Of(3));
        Assert.Null(Of(4));
    }

    private static ShapValues Called(IModel model, Table rows, CoalitionShapOptions options) =>
        CoalitionShap.Explain(SeenFromOutside.Of(model), rows, options);

    private static void AssertSame(ShapValues expected, ShapValues found)
    {
        Assert.Equal(expected.BaseValues, found.BaseValues);
        Assert.Equal(expected.Outputs, found.Outputs);
        double largest = expected.Values.Max(Math.Abs);
        Assert.True(largest > 0.01);
        for (int i = 0; i < expected.Values.Length; i++)
            Assert.InRange(Math.Abs(found.Values[i] - expected.Values[i]), 0, 1e-11 * largest);
    }
}
