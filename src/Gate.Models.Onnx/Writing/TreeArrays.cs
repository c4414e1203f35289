namespace Gate.Models.Onnx.Writing;

/// <summary>Trees as the lists of <c>TreeEnsemble</c>: splits and leaves are numbered apart, and a leaf has one value for one
/// output.</summary>
/// <param name="lanes">Where the value of a split stands.</param>
internal sealed class TreeArrays(TreeLanes lanes)
{
    // The modes of the standard: at most, equal, one of a set.
    private const byte AtMost = 0, Equal = 4, Member = 6;

    private readonly List<long> roots = [], feature = [], ifTrue = [], ifFalse = [], trueIsLeaf = [], falseIsLeaf = [], missingIsTrue = [];
    private readonly List<long> targets = [];
    private readonly List<double> splits = [], weights = [], members = [];
    private readonly List<byte> modes = [];

    /// <summary>Adds a tree for one of the values of its nodes.</summary>
    public void Add(FlatTree tree, int value, int output)
    {
        roots.Add(feature.Count);
        // A tree of one leaf is a split whose sides are the same.
        int[] inner = tree.NodeCount == 1 ? [0] : [.. Enumerable.Range(0, tree.NodeCount).Where(node => tree.Left[node] >= 0)];
        var place = new long[tree.NodeCount];
        foreach ((int i, int node) in inner.Index()) place[node] = feature.Count + i;
        for (int node = 0; node < tree.NodeCount; node++)
        {
            if (tree.Left[node] >= 0) continue;
            if (tree.NodeCount > 1) place[node] = targets.Count;
            targets.Add(output);
            weights.Add(tree.Values[(node * tree.ValuesPerNode) + value]);
        }
        foreach (int node in inner) Split(tree, node, place);
    }

    private void Split(FlatTree tree, int node, long[] place)
    {
        bool isLeaf = tree.Left[node] < 0;
        LevelSet? set = isLeaf ? null : tree.LeftLevels?[node];
        // A set without levels takes what is missing at most: runtimes refuse a membership of nothing, and no code is so small.
        bool isEmpty = set is { Count: 0 };
        byte mode = isLeaf || isEmpty || (set is null && tree.Level[node] < 0) ? AtMost : set is null ? Equal : Member;
        // At its level a category goes right; up to a threshold, or in a set, a value goes left.
        (int yes, int no) = isLeaf ? (node, node) : mode == Equal ? (tree.Right[node], tree.Left[node])
            : (tree.Left[node], tree.Right[node]);
        feature.Add(isLeaf ? 0 : lanes.PlaceOf(tree, node));
        modes.Add(mode);
        splits.Add(isLeaf ? 0 : isEmpty ? double.MinValue : mode == Equal ? tree.Level[node] : mode == Member ? 0 : tree.Threshold[node]);
        // The sets of all splits in one list, each closed by NaN.
        if (mode == Member) members.AddRange([.. set!.Levels.Select(level => (double)level), double.NaN]);
        missingIsTrue.Add(mode != Equal && !isLeaf && tree.MissingLeft[node] ? 1 : 0);
        ifTrue.Add(isLeaf ? targets.Count - 1 : place[yes]);
        ifFalse.Add(isLeaf ? targets.Count - 1 : place[no]);
        trueIsLeaf.Add(tree.Left[yes] < 0 ? 1 : 0);
        falseIsLeaf.Add(tree.Left[no] < 0 ? 1 : 0);
    }

    /// <summary>The attributes of the step.</summary>
    public (string Name, object Value)[] Attributes(int outputs) =>
    [
        ("aggregate_function", 1L), ("n_targets", (long)outputs), ("post_transform", 0L),
        ("tree_roots", roots.ToArray()), ("nodes_featureids", feature.ToArray()), ("nodes_modes", Constant.Of(modes.ToArray())),
        ("nodes_splits", Constant.Of(splits.ToArray())), ("nodes_missing_value_tracks_true", missingIsTrue.ToArray()),
        ("nodes_truenodeids", ifTrue.ToArray()), ("nodes_trueleafs", trueIsLeaf.ToArray()),
        ("nodes_falsenodeids", ifFalse.ToArray()), ("nodes_falseleafs", falseIsLeaf.ToArray()),
        ("leaf_targetids", targets.ToArray()), ("leaf_weights", Constant.Of(weights.ToArray())),
        .. members.Count == 0 ? [] : new (string, object)[] { ("membership_values", Constant.Of(members.ToArray())) },
    ];
}
