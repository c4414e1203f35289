using Gate.Models.Ensembles;

namespace Gate.Models.XGBoost;

/// <summary>Reads one tree.</summary>
internal static class XGBoostTree
{
    private const int MostLevel = 1 << 24;

    /// <summary>The tree of a node of the file.</summary>
    /// <param name="tree">The node.</param>
    /// <param name="features">How many features the model has.</param>
    /// <param name="scale">What its values are multiplied by.</param>
    /// <param name="sets">Makes sets of levels.</param>
    /// <exception cref="ModelException">Something is missing, of the wrong length or out of range.</exception>
    public static FlatTree Read(FileNode tree, int features, double scale, LevelSetStore sets)
    {
        FileNode parameters = tree["tree_param"];
        if (parameters.Find("size_leaf_vector")?.Whole(0, int.MaxValue) > 1)
            throw new ModelException("its leaves hold vectors (multi_strategy), which are not read; train it with one_output_per_tree");
        double[] conditions = tree["split_conditions"].Numbers();
        int count = parameters["num_nodes"].Whole(1, int.MaxValue);
        if (conditions.Length != count)
            throw new ModelException($"'{tree.Path}' has {conditions.Length} split_conditions, where {count} belong");
        var nodes = new TreeNodes(count);
        tree["left_children"].Wholes(count).CopyTo(nodes.Left, 0);
        tree["right_children"].Wholes(count).CopyTo(nodes.Right, 0);
        tree["split_indices"].Wholes(count).CopyTo(nodes.Feature, 0);
        tree.Find("sum_hessian")?.Numbers(count).CopyTo(nodes.Weight, 0);
        double[] defaults = tree["default_left"].Numbers(count);
        for (int node = 0; node < count; node++)
        {
            float condition = (float)conditions[node];
            nodes.Value[node] = condition * scale;
            // x < t in single precision is x <= the number before t.
            nodes.Threshold[node] = float.IsFinite(condition) ? float.BitDecrement(condition) : double.NaN;
            nodes.MissingLeft[node] = defaults[node] != 0;
        }
        ReadSets(tree, nodes, sets);
        // The number before the smallest is no finite one, but no row needs it to be smaller.
        for (int node = 0; node < count; node++)
            if (double.IsNegativeInfinity(nodes.Threshold[node])) nodes.Threshold[node] = double.MinValue;
        return TreeAssembly.Assemble(nodes, features);
    }

    /// <summary>Sets hold the levels that go right; in <see cref="FlatTree"/> the left side is theirs.</summary>
    private static void ReadSets(FileNode tree, TreeNodes nodes, LevelSetStore sets)
    {
        if (tree.Find("split_type") is not { } types) return;
        int[] type = types.Wholes(nodes.Count);
        if (!type.AsSpan().ContainsAnyExcept(0)) return;
        int[] of = tree["categories_nodes"].Wholes(), levels = tree["categories"].Wholes();
        int[] starts = tree["categories_segments"].Wholes(of.Length), sizes = tree["categories_sizes"].Wholes(of.Length);
        if (levels.Any(level => level is < 0 or >= MostLevel))
            throw new ModelException($"'{tree.Path}.categories' has an impossible level");
        for (int i = 0; i < of.Length; i++)
        {
            if (of[i] < 0 || of[i] >= nodes.Count || nodes.Set[of[i]] is not null)
                throw new ModelException($"'{tree.Path}.categories_nodes' names an impossible node");
            if (starts[i] < 0 || sizes[i] < 0 || starts[i] > levels.Length - sizes[i])
                throw new ModelException($"'{tree.Path}' has a part of categories that does not exist");
            nodes.Set[of[i]] = sets.Of(levels.AsSpan(starts[i], sizes[i]));
        }
        for (int node = 0; node < nodes.Count; node++) Turn(tree, nodes, node, type[node] != 0);
    }

    private static void Turn(FileNode tree, TreeNodes nodes, int node, bool isCategory)
    {
        if (!isCategory) nodes.Set[node] = null;
        else if (nodes.Left[node] >= 0)
        {
            if (nodes.Set[node] is null) throw new ModelException($"'{tree.Path}': node {node} is a category without levels");
            (nodes.Left[node], nodes.Right[node]) = (nodes.Right[node], nodes.Left[node]);
            nodes.MissingLeft[node] = !nodes.MissingLeft[node];
        }
    }
}
