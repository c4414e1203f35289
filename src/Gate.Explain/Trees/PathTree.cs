using Gate.Models;

namespace Gate.Explain.Trees;

/// <summary>A tree as it is explained: who parts each node, and how the training rows were shared out.</summary>
internal sealed class PathTree
{
    private readonly FlatTree tree;
    private readonly double[] leftShare, rightShare;

    /// <param name="tree">The tree.</param>
    /// <param name="tests">The tests of its nodes.</param>
    /// <param name="players">The player that each feature belongs to.</param>
    /// <param name="covers">The cover of each node; null where nobody asks for shares.</param>
    public PathTree(FlatTree tree, NodeTest[] tests, int[] players, double[]? covers)
    {
        (this.tree, Tests) = (tree, tests);
        Player = Array.ConvertAll(tree.Feature, feature => feature < 0 ? -1 : players[feature]);
        Inner = new int[tree.NodeCount];
        var inner = new List<int>();
        for (int node = 0; node < tree.NodeCount; node++)
        {
            Inner[node] = IsLeaf(node) ? -1 : inner.Count;
            if (!IsLeaf(node)) inner.Add(node);
        }
        InnerNodes = [.. inner];
        leftShare = covers is null ? [] : [.. Enumerable.Range(0, tree.NodeCount).Select(node => ShareOf(covers, node, tree.Left))];
        rightShare = covers is null ? [] : [.. Enumerable.Range(0, tree.NodeCount).Select(node => ShareOf(covers, node, tree.Right))];
        Leaves = [.. LeafPath.Of(this)];
    }

    public NodeTest[] Tests { get; }

    /// <summary>The player that parts each node; -1 for a leaf.</summary>
    public int[] Player { get; }

    /// <summary>The number of each inner node among the inner ones; -1 for a leaf.</summary>
    public int[] Inner { get; }

    /// <summary>The inner nodes.</summary>
    public int[] InnerNodes { get; }

    /// <summary>The ways to all leaves, from left to right.</summary>
    public LeafPath[] Leaves { get; }

    public bool HasShares => leftShare.Length > 0;

    public bool IsLeaf(int node) => tree.Left[node] < 0;

    public int Child(int node, bool left) => left ? tree.Left[node] : tree.Right[node];

    /// <summary>The share of a node's rows that went to one side.</summary>
    public double Share(int node, bool left) => HasShares ? (left ? leftShare : rightShare)[node] : 0;

    /// <summary>A value of a leaf.</summary>
    public double Value(int leaf, int index) => tree.Values[leaf * tree.ValuesPerNode + index];

    private double ShareOf(double[] covers, int node, int[] side)
    {
        if (IsLeaf(node)) return 0;
        // Nobody came here: both sides are as likely.
        return covers[node] > 0 ? covers[side[node]] / covers[node] : 0.5;
    }
}
