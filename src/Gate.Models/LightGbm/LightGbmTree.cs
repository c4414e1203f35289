using Gate.Models.Ensembles;

namespace Gate.Models.LightGbm;

/// <summary>Reads one tree. Inner nodes are numbered from 0, leaves by the complement of their number.</summary>
internal static class LightGbmTree
{
    private const int Category = 1, DefaultLeft = 2, ZeroMissing = 1, NanMissing = 2;

    /// <summary>The tree of a section.</summary>
    /// <exception cref="ModelException">Something is missing, of the wrong length or out of range.</exception>
    public static FlatTree Read(TextSection section, int features)
    {
        int leaves = section.Whole("num_leaves", 1, int.MaxValue / 4), inner = leaves - 1;
        double[] values = section.Numbers("leaf_value", leaves);
        if (section.Has("is_linear") && section.Whole("is_linear", 0, 1) == 1)
            throw new ModelException("its leaves hold linear models (linear_tree), which are not read; train it with linear_tree=false");
        var nodes = new TreeNodes(inner + leaves);
        values.CopyTo(nodes.Value, inner);
        section.NumbersIfGiven("leaf_count", leaves)?.CopyTo(nodes.Weight, inner);
        section.NumbersIfGiven("internal_count", inner)?.CopyTo(nodes.Weight, 0);
        if (inner > 0) ReadSplits(section, nodes, inner);
        return TreeAssembly.Assemble(nodes, features);
    }

    private static void ReadSplits(TextSection section, TreeNodes nodes, int inner)
    {
        int[] left = section.Wholes("left_child", inner), right = section.Wholes("right_child", inner);
        int[] types = section.Wholes("decision_type", inner);
        section.Wholes("split_feature", inner).CopyTo(nodes.Feature, 0);
        section.Thresholds("threshold", inner).CopyTo(nodes.Threshold, 0);
        LevelSet[] sets = ReadSets(section);
        for (int node = 0; node < inner; node++)
        {
            (nodes.Left[node], nodes.Right[node]) = (Child(left[node], inner, node), Child(right[node], inner, node));
            if ((types[node] & Category) != 0) nodes.Set[node] = Set(sets, nodes.Threshold[node], node);
            else Number(nodes, node, types[node]);
        }
    }

    // Whatever a category is that is in no set, a missing one too, goes right.
    private static LevelSet Set(LevelSet[] sets, double number, int node) =>
        number >= 0 && number < sets.Length && number == Math.Floor(number) ? sets[(int)number]
            : throw new ModelException($"node {node} is parted by a set of levels that does not exist");

    private static void Number(TreeNodes nodes, int node, int type)
    {
        nodes.MissingLeft[node] = (type & DefaultLeft) != 0;
        nodes.Rule[node] = (type >> 2 & 3) switch
        {
            0 => MissingRule.AsZero,
            ZeroMissing => MissingRule.ZeroToo,
            NanMissing => MissingRule.Missing,
            _ => throw new ModelException($"the decision_type of node {node} is {type}, which is unknown"),
        };
    }

    private static int Child(int child, int inner, int node)
    {
        if (child >= inner || ~child > inner) throw new ModelException($"node {node} has a child that does not exist");
        return child >= 0 ? child : inner + ~child;
    }

    private static LevelSet[] ReadSets(TextSection section)
    {
        int count = section.Has("num_cat") ? section.Whole("num_cat", 0, int.MaxValue - 1) : 0;
        if (count == 0) return [];
        int[] bounds = section.Wholes("cat_boundaries", count + 1);
        for (int i = 0; i < bounds.Length; i++)
            if (i == 0 ? bounds[0] != 0 : bounds[i] < bounds[i - 1]) throw new ModelException("the cat_boundaries do not ascend from 0");
        uint[] words = section.Words("cat_threshold", bounds[^1]);
        return [.. Enumerable.Range(0, count).Select(i => new LevelSet(words.AsSpan(bounds[i], bounds[i + 1] - bounds[i])))];
    }
}
