using Gate.Models.Onnx.Graphs;

namespace Gate.Models.Onnx.Lifting;

/// <summary>Reads the trees of <c>TreeEnsembleClassifier</c> and <c>TreeEnsembleRegressor</c>, whose lists have been held against each
/// other: the nodes of all trees are in one list, and the values of leaves in another.</summary>
internal sealed class ClassicTrees
{
    private readonly OnnxNode node;
    private readonly string leaf;
    private readonly IReadOnlyList<long> trees, ids, ifTrue, ifFalse, features, missing;
    private readonly IReadOnlyList<string> modes;
    private readonly IReadOnlyList<double> values, weights;
    private readonly Dictionary<(long Tree, long Node), int> index;

    private ClassicTrees(OnnxNode node, string leaf)
    {
        (this.node, this.leaf) = (node, leaf);
        (trees, ids, features) = (node.Ints("nodes_treeids"), node.Ints("nodes_nodeids"), node.Ints("nodes_featureids"));
        (ifTrue, ifFalse, modes) = (node.Ints("nodes_truenodeids"), node.Ints("nodes_falsenodeids"), node.Texts("nodes_modes"));
        missing = node.Ints("nodes_missing_value_tracks_true");
        values = Numbers(node, "nodes_values");
        weights = Numbers(node, $"{leaf}_weights");
        if (values.Count != ids.Count || weights.Count != node.Ints($"{leaf}_ids").Count)
            throw new ModelException("the numbers of its trees are written in a way that Gate does not read");
        if (ids.Count > OnnxLimits.LiftedNodes) throw TooMany();
        index = new(ids.Count);
        for (int i = 0; i < ids.Count; i++) index[(trees[i], ids[i])] = i;
    }

    /// <summary>The trees.</summary>
    /// <param name="node">The step.</param>
    /// <param name="leaf">How the lists of leaves are called: <c>class</c> or <c>target</c>.</param>
    /// <param name="output">The sum that a class or target adds to.</param>
    public static List<SumTree> Read(OnnxNode node, string leaf, Func<int, int> output) => new ClassicTrees(node, leaf).Read(output);

    /// <summary>Numbers as a list or as a tensor.</summary>
    public static IReadOnlyList<double> Numbers(OnnxNode node, string name) =>
        node.Numbers(name) is { Count: > 0 } list ? list : node.Numbers($"{name}_as_tensor");

    private List<SumTree> Read(Func<int, int> output)
    {
        // For each sum the leaves that add to it; a leaf that adds to none of a tree's sums adds 0.
        IReadOnlyList<long> leafTrees = node.Ints($"{leaf}_treeids"), leafIds = node.Ints($"{leaf}_nodeids"),
            which = node.Ints($"{leaf}_ids");
        var added = new SortedDictionary<(int Root, int Output), Dictionary<int, double>>();
        Dictionary<long, int> roots = Roots();
        for (int i = 0; i < which.Count; i++)
        {
            int at = index[(leafTrees[i], leafIds[i])];
            if (modes[at] != "LEAF") continue;
            (int, int) key = (roots[leafTrees[i]], output((int)which[i]));
            if (!added.TryGetValue(key, out Dictionary<int, double>? leaves)) added[key] = leaves = [];
            if (!leaves.TryAdd(at, weights[i])) throw new ModelException("a leaf of its trees adds to one sum twice");
        }
        long nodes = 0;
        var read = new List<SumTree>(added.Count);
        foreach (((int root, int sum), Dictionary<int, double> leaves) in added)
        {
            LiftedNode[] tree = Tree(root, leaves);
            if ((nodes += tree.Length) > OnnxLimits.LiftedNodes) throw TooMany();
            read.Add(new(sum, tree));
        }
        return read;
    }

    internal static ModelException TooMany() =>
        new(FormattableString.Invariant($"its trees have more than {OnnxLimits.LiftedNodes:N0} nodes, counted once for each sum"));

    /// <summary>The first node of each tree; a tree whose first node is not above all others is read by libraries in several
    /// ways.</summary>
    private Dictionary<long, int> Roots()
    {
        var roots = new Dictionary<long, int>();
        var children = new HashSet<int>();
        for (int i = 0; i < ids.Count; i++)
        {
            roots.TryAdd(trees[i], i);
            if (modes[i] == "LEAF") continue;
            children.Add(index[(trees[i], ifTrue[i])]);
            children.Add(index[(trees[i], ifFalse[i])]);
        }
        return children.Count == ids.Count - roots.Count && !roots.Values.Any(children.Contains) ? roots
            : throw new ModelException("a tree does not begin with its root");
    }

    private LiftedNode[] Tree(int root, Dictionary<int, double> leaves)
    {
        var tree = new List<LiftedNode>();
        var open = new Stack<(int At, int Parent, bool IsTrue)>([(root, -1, false)]);
        while (open.TryPop(out (int At, int Parent, bool IsTrue) next))
        {
            (int at, int parent, int place) = (next.At, next.Parent, tree.Count);
            if (parent >= 0) tree[parent] = next.IsTrue ? tree[parent] with { True = place } : tree[parent] with { False = place };
            NodeMode mode = ModeOf(modes[at]);
            if (mode == NodeMode.Leaf)
            {
                tree.Add(LiftedNode.Leaf(leaves.GetValueOrDefault(at)));
                continue;
            }
            tree.Add(new(mode, (int)features[at], values[at], missing.Count > 0 && missing[at] != 0, -1, -1));
            open.Push((index[(trees[at], ifFalse[at])], place, false));
            open.Push((index[(trees[at], ifTrue[at])], place, true));
        }
        return [.. tree];
    }

    private static NodeMode ModeOf(string mode) => mode switch
    {
        "BRANCH_LEQ" => NodeMode.AtMost,
        "BRANCH_LT" => NodeMode.Below,
        "BRANCH_GTE" => NodeMode.AtLeast,
        "BRANCH_GT" => NodeMode.Above,
        "BRANCH_EQ" => NodeMode.Equal,
        "BRANCH_NEQ" => NodeMode.Unequal,
        "LEAF" => NodeMode.Leaf,
        _ => throw new ModelException($"a node of its trees has the mode '{Wording.Shown.Of(mode)}'"),
    };
}
