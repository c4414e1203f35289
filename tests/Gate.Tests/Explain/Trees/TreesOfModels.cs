using Gate.Data;
using Gate.Models;
using Gate.Models.Ensembles;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Trees;

/// <summary>Tree models for tests.</summary>
internal static class TreesOfModels
{
    /// <summary>A model of trees whose features are columns x0, x1, …</summary>
    public static ITreeModel Model(IReadOnlyList<FlatTree> trees, TreeSum sum, int features, LinkKind link = LinkKind.Identity)
    {
        var file = new ForeignModel("test", new TreeEnsemble(trees, features, sum), new OutputLink(link),
            [.. Enumerable.Range(0, features).Select(i => new ForeignFeature($"x{i}"))], "test", []);
        TaskType task = file.Classes switch { 0 => TaskType.Regression, 2 => TaskType.BinaryClassification,
            _ => TaskType.MulticlassClassification };
        return (ITreeModel)new ForeignBinding(task, [.. Enumerable.Range(0, file.Classes).Select(i => $"c{i}")],
            [.. Enumerable.Range(0, features).Select(i => $"x{i}")]).Bind(file);
    }

    /// <summary>Random trees with covers.</summary>
    public static FlatTree[] Random(Random random, int count, int leaves, bool withSets) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        FlatTree tree = RandomTrees.Tree(random, leaves, withSets);
        for (int node = tree.NodeCount - 1; node >= 0; node--)
            tree.Weight[node] = tree.Left[node] < 0 ? random.Next(1, 50) : tree.Weight[tree.Left[node]] + tree.Weight[tree.Right[node]];
        return tree;
    })];

    /// <summary>Rows of values at the edges of such trees.</summary>
    public static Table Rows(Random random, int rows, int features = RandomTrees.Features) => new([.. Enumerable.Range(0, features)
        .Select(i => new NumericColumn($"x{i}", [.. Enumerable.Range(0, rows).Select(_ => RandomTrees.Value(random))]))]);

    public static double Value(Table rows, int feature, int row) => ((NumericColumn)rows.Columns[feature]).Values[row];
}
