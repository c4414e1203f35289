namespace Gate.Models.Ensembles;

/// <summary>Brings the nodes of a tree into preorder, from the root down, and holds that they are a tree. Nodes that the root does not
/// reach are left out: libraries keep those that they pruned.</summary>
internal static class TreeAssembly
{
    /// <summary>The tree.</summary>
    /// <param name="nodes">The nodes as a file has them.</param>
    /// <param name="features">How many features the model has.</param>
    /// <exception cref="ModelException">A child, a feature or a number is impossible, or a node is reached twice.</exception>
    public static FlatTree Assemble(TreeNodes nodes, int features)
    {
        int[] order = Preorder(nodes);
        var place = new int[nodes.Count];
        for (int i = 0; i < order.Length; i++) place[order[i]] = i;
        foreach (int node in order) Check(nodes, node, features);
        bool IsLeaf(int node) => nodes.Left[node] < 0;
        return new FlatTree(
            Map(node => IsLeaf(node) ? -1 : nodes.Feature[node]), Map(node => IsLeaf(node) || nodes.Set[node] is not null ? 0
                : nodes.Threshold[node]),
            Map(_ => -1), Map(node => nodes.MissingLeft[node]), Map(node => IsLeaf(node) ? -1 : place[nodes.Left[node]]),
            Map(node => IsLeaf(node) ? -1 : place[nodes.Right[node]]), Map(node => IsLeaf(node) ? nodes.Value[node] : 0), 1,
            Map(node => nodes.Weight[node]), [])
        {
            LeftLevels = order.Any(node => nodes.Set[node] is not null) ? Map(node => nodes.Set[node]) : null,
            Rules = order.Any(node => nodes.Rule[node] != MissingRule.Missing) ? Map(node => nodes.Rule[node]) : null,
        };

        T[] Map<T>(Converter<int, T> of) => Array.ConvertAll(order, of);
    }

    private static int[] Preorder(TreeNodes nodes)
    {
        var order = new List<int>(nodes.Count);
        var seen = new bool[nodes.Count];
        var open = new Stack<int>([0]);
        while (open.TryPop(out int node))
        {
            if (seen[node]) throw new ModelException($"node {node} is reached twice, so this is no tree");
            seen[node] = true;
            order.Add(node);
            (int left, int right) = (nodes.Left[node], nodes.Right[node]);
            if (left < 0 && right < 0) continue;
            if (left < 0 || right < 0 || left >= nodes.Count || right >= nodes.Count)
                throw new ModelException($"node {node} has a child that does not exist");
            open.Push(right);
            open.Push(left);
        }
        return [.. order];
    }

    private static void Check(TreeNodes nodes, int node, int features)
    {
        if (nodes.Left[node] < 0)
        {
            if (!double.IsFinite(nodes.Value[node])) throw new ModelException($"the value of leaf {node} is no finite number");
            return;
        }
        if (nodes.Feature[node] < 0 || nodes.Feature[node] >= features)
            throw new ModelException($"node {node} reads feature {nodes.Feature[node]}, but the features are 0 to {features - 1}");
        if (nodes.Set[node] is null && !double.IsFinite(nodes.Threshold[node]))
            throw new ModelException($"the threshold of node {node} is no finite number");
    }
}
