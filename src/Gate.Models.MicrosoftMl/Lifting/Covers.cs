namespace Gate.Models.MicrosoftMl.Lifting;

/// <summary>How many training rows, or how much of their weight, come to each node. Microsoft.ML does not tell it, and it has no side for
/// missing values of columns that had none: they go where more of the training rows went, as with Gate's own trees.</summary>
internal static class Covers
{
    /// <summary>The tree with covers and sides.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="columns">The values of each column, rounded to single precision; levels, not a number where missing.</param>
    /// <param name="weights">The weights of the rows; null where all count 1.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="inputs">What training learned of the columns.</param>
    public static FlatTree Count(FlatTree tree, double[][] columns, double[]? weights, int rows, ModelInput[] inputs)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        var covers = new double[tree.NodeCount];
        var missingLeft = (bool[])tree.MissingLeft.Clone();
        var parts = new (int First, int End)[tree.NodeCount];
        parts[0] = (0, rows);
        // Children stand behind their parent, which leaves each of them its part of the rows.
        for (int node = 0; node < tree.NodeCount; node++)
        {
            (int first, int end) = parts[node];
            covers[node] = WeightOf(order.AsSpan(first..end), weights);
            if (tree.Left[node] < 0) continue;
            int middle = first + Part(tree, node, order.AsSpan(first..end), columns[tree.Feature[node]]);
            (parts[tree.Left[node]], parts[tree.Right[node]]) = ((first, middle), (middle, end));
        }
        for (int node = 0; node < tree.NodeCount; node++)
            if (tree.Left[node] >= 0 && inputs[tree.Feature[node]] is { Kind: InputKind.Number, HasMissing: false })
                missingLeft[node] = covers[tree.Left[node]] >= covers[tree.Right[node]];
        return tree with { Weight = covers, MissingLeft = missingLeft };
    }

    private static double WeightOf(ReadOnlySpan<int> rows, double[]? weights)
    {
        if (weights is null) return rows.Length;
        double sum = 0;
        foreach (int row in rows) sum += weights[row];
        return sum;
    }

    /// <summary>Brings the rows that go left before the others, and says how many they are.</summary>
    private static int Part(FlatTree tree, int node, Span<int> rows, double[] column)
    {
        LevelSet? set = tree.LeftLevels?[node];
        int left = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double value = column[rows[i]];
            bool goesLeft = double.IsNaN(value) ? tree.MissingLeft[node]
                : set is null ? value <= tree.Threshold[node] : set.Contains((int)value);
            if (goesLeft) (rows[left], rows[i]) = (rows[i], rows[left++]);
        }
        return left;
    }
}
