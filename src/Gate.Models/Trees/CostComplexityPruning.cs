namespace Gate.Models.Trees;

/// <summary>
/// Minimal cost-complexity pruning (Breiman et al. 1984, chapter 3): the smallest subtree that minimises impurity plus alpha for each
/// leaf, impurity weighted by each leaf's share of all rows. One pass from the leaves up finds what pruning the weakest link again and
/// again finds.
/// </summary>
internal static class CostComplexityPruning
{
    public static FlatTree Prune(FlatTree tree, double alpha)
    {
        if (alpha <= 0) return tree;
        int count = tree.NodeCount;
        var cost = new double[count];
        var leaf = new bool[count];
        for (int node = count - 1; node >= 0; node--)
        {
            double asLeaf = tree.Weight[node] / tree.Weight[0] * tree.Impurity[node] + alpha;
            double asTree = tree.Left[node] < 0 ? double.PositiveInfinity : cost[tree.Left[node]] + cost[tree.Right[node]];
            // Equal costs prune; up to rounding, because both sums came about in different ways.
            leaf[node] = asLeaf <= asTree + 1e-12 * asLeaf;
            cost[node] = Math.Min(asLeaf, asTree);
        }
        return Copy(tree, leaf);
    }

    private static FlatTree Copy(FlatTree tree, bool[] leaf)
    {
        var builder = new FlatTreeBuilder(tree.ValuesPerNode);
        var open = new Stack<(int Node, int Parent, bool IsLeft)>();
        open.Push((0, -1, false));
        while (open.TryPop(out var at))
        {
            int node = builder.Add(tree.Weight[at.Node], tree.Impurity[at.Node],
                tree.Values.AsSpan(at.Node * tree.ValuesPerNode, tree.ValuesPerNode), at.Parent, at.IsLeft);
            if (leaf[at.Node]) continue;
            builder.Part(node, tree.Feature[at.Node], tree.Threshold[at.Node], tree.Level[at.Node], tree.MissingLeft[at.Node]);
            open.Push((tree.Right[at.Node], node, false));
            open.Push((tree.Left[at.Node], node, true));
        }
        return builder.Build();
    }
}
