namespace Gate.Models.Ensembles;

/// <summary>Lays trees out for walking: breadth first, so that the two children of a node stand side by side.</summary>
internal sealed class WalkLayoutBuilder
{
    private readonly List<uint> sets = [];
    private readonly Dictionary<Lane, int> lanes = [];
    private readonly WalkNode[] nodes;
    private readonly double[] values;
    private int used;

    private WalkLayoutBuilder(int count) => (nodes, values) = (new WalkNode[count], new double[count]);

    /// <summary>The layout of trees whose indices have been checked.</summary>
    public static WalkLayout Of(IReadOnlyList<FlatTree> trees)
    {
        var builder = new WalkLayoutBuilder(trees.Sum(tree => tree.NodeCount));
        int[] roots = [.. trees.Select(builder.Add)];
        // A leaf reads a lane too; the one after all others exists for every model.
        int spare = builder.lanes.Count;
        foreach (ref WalkNode node in builder.nodes.AsSpan())
            if (double.IsNaN(node.Threshold) && node.Lane == int.MaxValue) node.Lane = spare;
        return new(builder.nodes, builder.values, roots, [.. trees.Select(tree => tree.Depth())], [.. builder.sets],
            [.. builder.lanes.OrderBy(lane => lane.Value).Select(lane => lane.Key)]);
    }

    private int Add(FlatTree tree)
    {
        int root = used++;
        var open = new Queue<(int Node, int At)>([(0, root)]);
        while (open.TryDequeue(out (int Node, int At) next))
        {
            (int node, int at) = next;
            values[at] = tree.Values[node];
            if (tree.Left[node] < 0)
            {
                nodes[at] = new WalkNode { Threshold = double.NaN, Lane = int.MaxValue, Next = at };
                continue;
            }
            (nodes[at], bool leftHolds) = Test(tree, node);
            nodes[at].Next = used;
            used += 2;
            open.Enqueue((leftHolds ? tree.Right[node] : tree.Left[node], nodes[at].Next));
            open.Enqueue((leftHolds ? tree.Left[node] : tree.Right[node], nodes[at].Next + 1));
        }
        return root;
    }

    /// <summary>The test of a node, and whether rows for which it holds go left.</summary>
    private (WalkNode Node, bool LeftHolds) Test(FlatTree tree, int node)
    {
        int feature = tree.Feature[node];
        bool missingLeft = tree.MissingLeft[node];
        if (tree.LeftLevels?[node] is { } levels)
            return (new WalkNode { Lane = ~LaneOf(new(feature, LaneKind.Level, false)), Threshold = AddSet(levels, missingLeft) }, true);
        LaneKind kind = (tree.Rules?[node] ?? MissingRule.Missing) switch
        {
            MissingRule.AsZero => LaneKind.AsZero,
            MissingRule.ZeroToo => LaneKind.ZeroToo,
            _ => LaneKind.Plain,
        };
        // x > t, which is false for what is not a number, is -x <= the number before -t.
        bool turned = missingLeft && kind != LaneKind.AsZero;
        double threshold = tree.Threshold[node];
        return (new WalkNode
        {
            Lane = LaneOf(new(feature, kind, turned)),
            Threshold = turned ? Math.BitDecrement(-threshold) : threshold,
        }, !turned);
    }

    private int LaneOf(Lane lane)
    {
        if (!lanes.TryGetValue(lane, out int index)) lanes[lane] = index = lanes.Count;
        return index;
    }

    private double AddSet(LevelSet levels, bool missing)
    {
        int start = sets.Count;
        uint carry = missing ? 1u : 0;
        foreach (uint word in levels.Words)
        {
            sets.Add(word << 1 | carry);
            carry = word >> 31;
        }
        sets.Add(carry);
        return WalkNode.Pack(start, (sets.Count - start) * 32);
    }
}
