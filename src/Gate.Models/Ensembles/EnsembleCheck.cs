namespace Gate.Models.Ensembles;

/// <summary>Holds that trees can be walked without looking at their indices again.</summary>
internal static class EnsembleCheck
{
    /// <summary>Which features are used, and which are categories.</summary>
    /// <exception cref="ModelException">An index is out of range, or a feature is a number here and a category there.</exception>
    public static (bool[] Uses, bool[] IsCategory) Features(IReadOnlyList<FlatTree> trees, int features, TreeSum sum)
    {
        bool[] numbers = new bool[features], categories = new bool[features];
        if (sum.Outputs.Count != trees.Count || sum.Outputs.Any(output => output < 0 || output >= sum.Base.Count))
            throw new ModelException("the trees do not belong to the outputs that there are");
        for (int i = 0; i < trees.Count; i++)
        {
            FlatTree tree = trees[i];
            if (!IsSound(tree, features)) throw new ModelException($"tree {i} has an index out of range, or no node");
            for (int node = 0; node < tree.NodeCount; node++)
                if (tree.Left[node] >= 0) (tree.LeftLevels?[node] is null ? numbers : categories)[tree.Feature[node]] = true;
        }
        int both = Array.FindIndex(numbers.Zip(categories, (number, category) => number && category).ToArray(), mixed => mixed);
        if (both >= 0) throw new ModelException($"feature {both} is a number in some splits and a category in others");
        return ([.. numbers.Zip(categories, (number, category) => number || category)], categories);
    }

    private static bool IsSound(FlatTree tree, int features)
    {
        int count = tree.NodeCount;
        if (count == 0 || tree.ValuesPerNode != 1 || tree.Level.AsSpan().ContainsAnyExcept(-1)) return false;
        int[] lengths = [tree.Threshold.Length, tree.Level.Length, tree.MissingLeft.Length, tree.Left.Length, tree.Right.Length,
            tree.Values.Length, tree.LeftLevels?.Length ?? count, tree.Rules?.Length ?? count];
        if (lengths.Any(length => length != count)) return false;
        // Every node but the root is the child of one node before it: that is a tree, and walking it ends.
        var parents = new int[count];
        for (int node = 0; node < count; node++)
        {
            (int left, int right) = (tree.Left[node], tree.Right[node]);
            if (left < 0 && right < 0) continue;
            if (left <= node || right <= node || left >= count || right >= count) return false;
            if (tree.Feature[node] < 0 || tree.Feature[node] >= features) return false;
            parents[left]++;
            parents[right]++;
        }
        return parents[0] == 0 && !parents.AsSpan(1).ContainsAnyExcept(1);
    }
}
