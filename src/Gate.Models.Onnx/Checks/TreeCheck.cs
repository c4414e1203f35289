using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Checks;

/// <summary>Holds the trees of <c>TreeEnsembleClassifier</c> and <c>TreeEnsembleRegressor</c>: lists of one length, children that exist, no
/// circles, no depth that a native stack does not bear.</summary>
internal static class TreeCheck
{
    public static void Require(OnnxNode node, string leaf, int targets)
    {
        (IReadOnlyList<long> trees, IReadOnlyList<long> ids) = (node.Ints("nodes_treeids"), node.Ints("nodes_nodeids"));
        IReadOnlyList<string> modes = node.Texts("nodes_modes");
        int count = ids.Count;
        Same(node, count, ("nodes_treeids", trees.Count), ("nodes_modes", modes.Count), ("nodes_featureids",
            node.Ints("nodes_featureids").Count),
            ("nodes_truenodeids", node.Ints("nodes_truenodeids").Count), ("nodes_falsenodeids", node.Ints("nodes_falsenodeids").Count),
            ("nodes_values", (int)Math.Max(node.Reals("nodes_values"), node.Reals("nodes_values_as_tensor"))));
        foreach (string optional in (string[])["nodes_missing_value_tracks_true", "nodes_hitrates"])
            if (Math.Max(node.Ints(optional).Count, node.Reals(optional)) is not 0 and var given)
                Same(node, count, (optional, (int)given));
        Features(node, node.Ints("nodes_featureids"));
        var index = new Dictionary<(long, long), int>(count);
        for (int i = 0; i < count; i++)
            if (!index.TryAdd((trees[i], ids[i]), i)) throw ClassicalCheck.Wrong(node, "a tree has the same node twice");
        Leaves(node, leaf, targets, index);
        int[][] children = [Children(node, "nodes_truenodeids", trees, modes, index), Children(node, "nodes_falsenodeids", trees, modes,
            index)];
        TreeWalk.Require(node, count, i => modes[i] == "LEAF" ? (-1, -1) : (children[0][i], children[1][i]));
    }

    internal static void Same(OnnxNode node, int count, params ReadOnlySpan<(string Name, int Count)> lists)
    {
        foreach ((string name, int length) in lists)
            if (length != count)
                throw ClassicalCheck.Wrong(node, $"{name} has {length} entries where there are {count} nodes");
    }

    internal static void Features(OnnxNode node, IReadOnlyList<long> features)
    {
        foreach (long feature in features)
            if (feature is < 0 or >= OnnxLimits.Features) throw ClassicalCheck.Wrong(node, $"a node asks for the feature {feature}");
    }

    private static int[] Children(OnnxNode node, string attribute, IReadOnlyList<long> trees, IReadOnlyList<string> modes,
        Dictionary<(long, long), int> index)
    {
        IReadOnlyList<long> ids = node.Ints(attribute);
        var children = new int[ids.Count];
        for (int i = 0; i < children.Length; i++)
            if (modes[i] != "LEAF" && !index.TryGetValue((trees[i], ids[i]), out children[i]))
                throw ClassicalCheck.Wrong(node, $"{attribute} names the node {ids[i]}, which its tree does "
                    + $"not have");
        return children;
    }

    private static void Leaves(OnnxNode node, string leaf, int targets, Dictionary<(long, long), int> index)
    {
        (IReadOnlyList<long> trees, IReadOnlyList<long> ids) = (node.Ints($"{leaf}_treeids"), node.Ints($"{leaf}_nodeids"));
        IReadOnlyList<long> which = node.Ints($"{leaf}_ids");
        int count = ids.Count;
        Same(node, count, ($"{leaf}_treeids", trees.Count), ($"{leaf}_ids", which.Count),
            ($"{leaf}_weights", (int)Math.Max(node.Reals($"{leaf}_weights"), node.Reals($"{leaf}_weights_as_tensor"))));
        for (int i = 0; i < count; i++)
        {
            if (!index.ContainsKey((trees[i], ids[i]))) throw ClassicalCheck.Wrong(node,
                "a leaf's weight belongs to a node that is not there");
            if (which[i] < 0 || which[i] >= targets)
                throw ClassicalCheck.Wrong(node, $"{leaf}_ids names {which[i]}, and there are {targets}");
        }
    }
}
