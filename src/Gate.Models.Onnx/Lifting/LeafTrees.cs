using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>Reads the trees of <c>TreeEnsemble</c> (ai.onnx.ml 5), whose lists have been held against each other: splits and leaves are
/// numbered apart.</summary>
internal sealed class LeafTrees
{
    private readonly IReadOnlyList<long> features, ifTrue, ifFalse, trueIsLeaf, falseIsLeaf, missing, targets;
    private readonly IReadOnlyList<double> splits, modes, weights;
    private readonly IReadOnlyList<double>[] members;

    private LeafTrees(OnnxNode node)
    {
        (features, missing, targets) = (node.Ints("nodes_featureids"), node.Ints("nodes_missing_value_tracks_true"),
            node.Ints("leaf_targetids"));
        (ifTrue, ifFalse) = (node.Ints("nodes_truenodeids"), node.Ints("nodes_falsenodeids"));
        (trueIsLeaf, falseIsLeaf) = (node.Ints("nodes_trueleafs"), node.Ints("nodes_falseleafs"));
        (splits, modes, weights) = (node.Numbers("nodes_splits"), node.Numbers("nodes_modes"), node.Numbers("leaf_weights"));
        if (splits.Count != features.Count || modes.Count != features.Count || weights.Count != targets.Count
            || (missing.Count > 0 && missing.Count != features.Count) || modes.Any(mode => mode is < 0 or > 6 || mode != (int)mode))
            throw new ModelException("the numbers of its trees are written in a way that Gate does not read");
        members = Members(node.Numbers("membership_values"));
    }

    /// <summary>The trees; where the leaves of one add to several sums, one for each sum.</summary>
    public static List<SumTree> Read(OnnxNode node) => new LeafTrees(node).Read(node.Ints("tree_roots"));

    private List<SumTree> Read(IReadOnlyList<long> roots)
    {
        long nodes = 0;
        var read = new List<SumTree>(roots.Count);
        foreach (long root in roots)
        {
            (LiftedNode[] tree, int[] leaves) = Tree((int)root);
            foreach (int output in leaves.Where(leaf => leaf >= 0).Select(leaf => (int)targets[leaf]).Distinct().Order())
            {
                if ((nodes += tree.Length) > OnnxLimits.LiftedNodes) throw ClassicTrees.TooMany();
                read.Add(new(output, [.. tree.Select((node, i) => leaves[i] < 0 ? node
                    : LiftedNode.Leaf(targets[leaves[i]] == output ? weights[leaves[i]] : 0))]));
            }
        }
        return read;
    }

    /// <summary>One tree, and for each of its nodes which leaf it is; -1 for a split.</summary>
    private (LiftedNode[] Nodes, int[] Leaves) Tree(int root)
    {
        (List<LiftedNode> nodes, List<int> leaves) = ([], []);
        var open = new Stack<(int At, bool IsLeaf, int Parent, bool IsTrue)>([(root, false, -1, false)]);
        while (open.TryPop(out (int At, bool IsLeaf, int Parent, bool IsTrue) next))
        {
            (int at, int parent, int place) = (next.At, next.Parent, nodes.Count);
            if (place > OnnxLimits.LiftedNodes) throw ClassicTrees.TooMany();
            if (parent >= 0) nodes[parent] = next.IsTrue ? nodes[parent] with { True = place } : nodes[parent] with { False = place };
            // A tree of one leaf is written as a split whose two sides are the same leaf.
            bool isOneLeaf = !next.IsLeaf && trueIsLeaf[at] != 0 && falseIsLeaf[at] != 0 && ifTrue[at] == ifFalse[at];
            leaves.Add(next.IsLeaf ? at : isOneLeaf ? (int)ifTrue[at] : -1);
            nodes.Add(leaves[^1] >= 0 ? LiftedNode.Leaf(0) : new((NodeMode)(int)modes[at], (int)features[at], splits[at],
                missing.Count > 0 && missing[at] != 0, -1, -1) { Members = members[at] });
            if (leaves[^1] >= 0) continue;
            open.Push(((int)ifFalse[at], falseIsLeaf[at] != 0, place, false));
            open.Push(((int)ifTrue[at], trueIsLeaf[at] != 0, place, true));
        }
        return ([.. nodes], [.. leaves]);
    }

    /// <summary>The sets of the splits, which stand in one list in their order, each closed by a number that is none.</summary>
    private IReadOnlyList<double>[] Members(IReadOnlyList<double> all)
    {
        var sets = new IReadOnlyList<double>[features.Count];
        int at = 0;
        for (int i = 0; i < sets.Length; i++)
        {
            var set = new List<double>();
            if (modes[i] == (int)NodeMode.Member)
            {
                for (; at < all.Count && !double.IsNaN(all[at]); at++) set.Add(all[at]);
                at++;
            }
            sets[i] = set;
        }
        return at == all.Count || (at == all.Count + 1 && at > 1) ? sets
            : throw new ModelException("the sets of its trees do not fit its splits");
    }
}
