using Gate.Data;
using Gate.Explain;
using Gate.Explain.Trees;
using Gate.Models;
using Gate.Models.Catalogue;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Trees;

/// <summary>Tree SHAP: threads, blocks, covers, and what it refuses.</summary>
public sealed class TreeShapRules
{
    private static ITreeModel Model(int seed, LinkKind link = LinkKind.Identity, bool covers = true)
    {
        FlatTree[] trees = TreesOfModels.Random(new Random(seed), 30, 40, withSets: true);
        if (!covers)
            foreach (FlatTree tree in trees) Array.Clear(tree.Weight);
        return TreesOfModels.Model(trees, new TreeSum(new int[30], [0], 1, InputRule.Exact), RandomTrees.Features, link);
    }

    [Theory]
    [InlineData(TreePerturbation.TreePathDependent)]
    [InlineData(TreePerturbation.Interventional)]
    public void The_same_bits_for_any_number_of_threads_and_rows_at_once(TreePerturbation perturbation)
    {
        ITreeModel model = Model(1);
        Table rows = TreesOfModels.Rows(new Random(2), 3001), background = TreesOfModels.Rows(new Random(3), 20);
        double[] Explain(Table some, int threads) => new TreeShap(model, new(perturbation, Threads: threads) { Background = background })
            .Explain(some).Values;
        double[] one = Explain(rows, 1);
        Assert.Equal(one, Explain(rows, 2));
        Assert.Equal(one, Explain(rows, 7));
        Assert.Equal(one[(40 * 6)..(47 * 6)], Explain(rows.Take([40, 41, 42, 43, 44, 45, 46]), 2));
    }

    [Fact]
    public void Blocks_of_a_stream_are_the_whole_in_their_order()
    {
        ITreeModel model = Model(1);
        Table rows = TreesOfModels.Rows(new Random(2), 70_000);
        var explainer = new TreeShap(model, new());
        var starts = new List<int>();
        var seen = new List<double>();
        explainer.Stream(rows, (first, block) =>
        {
            starts.Add(first);
            Assert.Equal(block.Rows * 6, block.Values.Length);
            seen.AddRange(block.Values);
        });
        Assert.Equal([0, 1 << 16], starts);
        Assert.Equal(explainer.Explain(rows).Values, seen);
    }

    [Fact]
    public void Where_the_file_says_no_covers_the_background_is_counted_at_each_node_and_a_note_says_so()
    {
        ITreeModel model = Model(4, covers: false), counted = Model(4, covers: false);
        Table rows = TreesOfModels.Rows(new Random(2), 50), background = TreesOfModels.Rows(new Random(3), 200);
        ShapValues found = new TreeShap(model, new() { Background = background }).Explain(rows);
        Assert.Contains("200 rows of the background were counted", Assert.Single(found.Notes), StringComparison.Ordinal);
        foreach (FlatTree tree in counted.Trees)
            for (int row = 0; row < 200; row++)
                for (int node = 0; ;)
                {
                    tree.Weight[node]++;
                    if (tree.Left[node] < 0) break;
                    node = SlowWalk.GoesLeft(tree, node, InputRule.Exact, TreesOfModels.Value(background, tree.Feature[node], row))
                        ? tree.Left[node] : tree.Right[node];
                }
        ShapValues expected = new TreeShap(counted, new()).Explain(rows);
        Assert.Empty(expected.Notes);
        Assert.Equal(expected.Values, found.Values);
        Assert.InRange(found.AdditivityError, 0, 1e-10);
        Assert.Contains("how many rows came to its nodes", Assert.Throws<ModelException>(() => new TreeShap(model, new())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_explained_is_refused_with_what_to_do()
    {
        ITreeModel model = Model(1, LinkKind.Logistic);
        string Problem(TreeShapOptions options) => Assert.Throws<ModelException>(() => new TreeShap(model, options)).Message;
        Assert.Contains("needs rows of a background", Problem(new(TreePerturbation.Interventional)), StringComparison.Ordinal);
        Assert.Contains("need rows of a background", Problem(new(Output: ExplainedOutput.Probability)), StringComparison.Ordinal);
        Table background = TreesOfModels.Rows(new Random(3), 4);
        Assert.Contains("has no rows", Problem(new(TreePerturbation.Interventional) { Background = background.Take([]) }),
            StringComparison.Ordinal);
        var score = new TreeShap(model, new(TreePerturbation.Interventional, ExplainedOutput.Probability) { Background = background });
        // Seventeen columns differ: too many coalitions.
        FlatTree[] stumps = [.. Enumerable.Range(0, 17).Select(i => new FlatTree([i, -1, -1], [0.5, 0, 0], [-1, -1, -1], new bool[3],
            [1, -1, -1], [2, -1, -1], [0, 0.1, 0.2], 1, [2, 1, 1], []))];
        ITreeModel wide = TreesOfModels.Model(stumps, new TreeSum(new int[17], [0], 1, InputRule.Exact), 17, LinkKind.Logistic);
        Table Same(double value) => new([.. Enumerable.Range(0, 17).Select(i => new NumericColumn($"x{i}", [value]))]);
        Assert.Contains("differs from one of the background in 17 columns", Assert.Throws<ModelException>(() => new TreeShap(wide,
            new(TreePerturbation.Interventional, ExplainedOutput.Probability) { Background = Same(0) }).Explain(Same(1))).Message,
            StringComparison.Ordinal);
        Assert.Contains("raw margin", Assert.Throws<ModelException>(() => score.Interactions(background)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>A tree of Gate's own: levels of categories, a level of missing ones, and of two classes the positive.</summary>
    [Fact]
    public void Gates_own_tree_is_explained_by_its_raw_columns()
    {
        var random = new Random(7);
        string[] texts = ["a", "b", "c", "d"];
        int[] codes = [.. Enumerable.Range(0, 300).Select(_ => random.Next(-1, 4))];
        double[] number = [.. Enumerable.Range(0, 300).Select(_ => random.Next(8) == 0 ? double.NaN : random.NextDouble())];
        int[] labels = [.. codes.Select((code, i) => random.NextDouble() < (code == 2 ? 0.8 : code < 0 ? 0.6 : 0.2)
            + (number[i] > 0.5 ? 0.2 : 0) ? 1 : 0)];
        var rows = new Table([new CategoryColumn("letter", codes, texts),
            new NumericColumn("number", number, ColumnType.Real, Array.ConvertAll(number, double.IsNaN))]);
        var model = (ITreeModel)LearnerCatalogue.Find("decision_tree")!.Create(new Dictionary<string, object?> { ["max_depth"] = 4.0 })
            .Fit(new(TaskType.BinaryClassification, rows, ["no", "yes"], labels, null, null));
        ShapValues path = new TreeShap(model, new()).Explain(rows);
        Assert.Equal(["letter", "number"], path.Features);
        Assert.Equal(["yes"], path.Outputs);
        Assert.InRange(path.AdditivityError, 0, 1e-12);
        Assert.Equal(labels.Average(), path.BaseValues[0], 1e-12);
        int third = Array.IndexOf(codes, 2), first = Array.IndexOf(codes, 0);
        Assert.True(path[third, 0] > path[first, 0]);
        ShapValues interventional = new TreeShap(model, new(TreePerturbation.Interventional, ExplainedOutput.Probability)
            { Background = rows }).Explain(rows);
        Assert.InRange(interventional.AdditivityError, 0, 1e-12);
        Assert.Equal(model.Score(rows).Average(), interventional.BaseValues[0], 1e-12);
    }
}
