using Gate.Models.Ensembles;
using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>Brings trees of ONNX into Gate's form, in which numbers up to a threshold and levels of a set go left.</summary>
/// <param name="lanes">What the trees read.</param>
internal sealed class FlatTrees(ColumnLanes lanes)
{
    private long words;

    /// <exception cref="ModelException">A split compares in a way that the form does not have.</exception>
    public FlatTree Of(SumTree tree)
    {
        var nodes = new TreeNodes(tree.Nodes.Length);
        for (int i = 0; i < tree.Nodes.Length; i++)
        {
            LiftedNode node = tree.Nodes[i];
            if (node.Mode == NodeMode.Leaf) nodes.Value[i] = node.Split;
            else Split(nodes, i, node);
        }
        return TreeAssembly.Assemble(nodes, lanes.Read.Count);
    }

    private void Split(TreeNodes nodes, int at, LiftedNode node)
    {
        // Above is what is not at most; but what is missing is neither, so its side is turned with the sides of the split.
        bool isTurned = node.Mode is NodeMode.Above or NodeMode.AtLeast or NodeMode.Unequal;
        // To be unequal holds for what is no number, whatever else the split says of it.
        bool missingIsTrue = node.MissingIsTrue || node.Mode == NodeMode.Unequal;
        (nodes.Left[at], nodes.Right[at]) = isTurned ? (node.False, node.True) : (node.True, node.False);
        nodes.MissingLeft[at] = isTurned ? !missingIsTrue : missingIsTrue;
        int feature = nodes.Feature[at] = lanes.FeatureOf(node.Lane);
        nodes.Rule[at] = lanes.MissingOf(node.Lane);
        nodes.Set[at] = SetOf(node, lanes.Sets.Contains(feature));
        if (nodes.Set[at] is not null && nodes.Rule[at] != MissingRule.Missing)
            throw new ModelException("a split by a set takes what is missing for 0");
        nodes.Threshold[at] = ThresholdOf(node, lanes.Rule);
    }

    private static double ThresholdOf(LiftedNode node, InputRule rule)
    {
        if (double.IsNaN(node.Split)) throw new ModelException("a split of its trees compares with what is no number");
        bool isStrict = node.Mode is NodeMode.Below or NodeMode.AtLeast;
        double below = !isStrict ? node.Split : rule == InputRule.Single ? float.BitDecrement((float)node.Split)
            : Math.BitDecrement(node.Split);
        // No value of a column is infinite.
        return Math.Clamp(below, -double.MaxValue, double.MaxValue);
    }

    private LevelSet? SetOf(LiftedNode node, bool isSet)
    {
        switch (node.Mode)
        {
            case NodeMode.Equal or NodeMode.Unequal:
                return Set([node.Split]);
            case NodeMode.Member:
                return Set(node.Members);
            // A split that nothing fulfils: what a set without members is written as.
            case NodeMode.AtMost when isSet && node.Split <= -double.MaxValue:
                return Set([]);
            default:
                return null;
        }
    }

    private LevelSet Set(IReadOnlyList<double> members)
    {
        if (members.Any(member => !(member >= 0 && member < OnnxLimits.LiftedLevels && member == Math.Floor(member))))
            throw new ModelException("a split asks for a number that is no level of a category");
        int length = members.Count == 0 ? 0 : ((int)members.Max() / 32) + 1;
        // A few bytes of a file may name a level so far away that each set takes megabytes.
        if ((words += length) > OnnxLimits.LiftedWords)
            throw new ModelException("the sets of its trees have levels that are too far apart");
        var bits = new uint[length];
        foreach (double member in members) bits[(int)member / 32] |= 1u << ((int)member % 32);
        return new LevelSet(bits);
    }
}
