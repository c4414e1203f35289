using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Checks;

/// <summary>Holds the trees of <c>TreeEnsemble</c> (ai.onnx.ml 5), whose splits and leaves are numbered apart.</summary>
internal static class LeafTreeCheck
{
    public static void Require(OnnxNode node)
    {
        int splits = node.Ints("nodes_featureids").Count, leaves = node.Ints("leaf_targetids").Count;
        TreeCheck.Same(node, splits, ("nodes_truenodeids", node.Ints("nodes_truenodeids").Count),
            ("nodes_falsenodeids", node.Ints("nodes_falsenodeids").Count), ("nodes_trueleafs", node.Ints("nodes_trueleafs").Count),
            ("nodes_falseleafs", node.Ints("nodes_falseleafs").Count), ("nodes_splits", (int)node.Reals("nodes_splits")),
            ("nodes_modes", (int)node.Reals("nodes_modes")));
        if (node.Reals("leaf_weights") != leaves)
            throw ClassicalCheck.Wrong(node, $"leaf_weights has {node.Reals("leaf_weights")} entries where "
                + $"there are {leaves} leaves");
        TreeCheck.Features(node, node.Ints("nodes_featureids"));
        int targets = ClassicalCheck.Count(node, "n_targets", 1);
        if (node.Ints("leaf_targetids").Any(target => target < 0 || target >= targets))
            throw ClassicalCheck.Wrong(node, "a leaf belongs to a target that is not there");
        if (node.Ints("tree_roots").Any(root => root < 0 || root >= splits))
            throw ClassicalCheck.Wrong(node, "a tree starts at a split that is not there");
        int[] left = Children(node, "nodes_truenodeids", "nodes_trueleafs", splits, leaves);
        int[] right = Children(node, "nodes_falsenodeids", "nodes_falseleafs", splits, leaves);
        // A tree of one leaf is written as a split whose two sides are the same leaf; leaves have no children, so they may be shared.
        TreeWalk.Require(node, splits, i => (left[i], right[i]));
    }

    /// <summary>The splits below each split; -1 where a leaf is.</summary>
    private static int[] Children(OnnxNode node, string ids, string areLeaves, int splits, int leaves)
    {
        (IReadOnlyList<long> to, IReadOnlyList<long> leaf) = (node.Ints(ids), node.Ints(areLeaves));
        var children = new int[splits];
        for (int i = 0; i < splits; i++)
        {
            if (to[i] < 0 || to[i] >= (leaf[i] != 0 ? leaves : splits))
                throw ClassicalCheck.Wrong(node, $"{ids} names {to[i]}, which is not there");
            children[i] = leaf[i] != 0 ? -1 : (int)to[i];
        }
        return children;
    }
}
