namespace Gate.Explain.Trees;

/// <summary>Interactions of rows, summed over trees and leaves in their order.</summary>
internal static class InteractionSums
{
    private const int TaskRows = DecisionMasks.Most;

    /// <summary>The interactions of coded rows: for each output, rows × players × players.</summary>
    public static double[][] Sum(TreeGames[] games, int players, int outputs, RowCodes codes, ParallelOptions parallel)
    {
        double[][] sums = [.. Enumerable.Range(0, outputs).Select(_ => new double[checked(codes.Rows * players * players)])];
        int tasks = (codes.Rows + TaskRows - 1) / TaskRows;
        foreach (TreeGames tree in games)
        {
            var tables = new double[tree.Games.Length][];
            Parallel.For(0, tables.Length, parallel, leaf => tables[leaf] = TableOf(tree.Games[leaf]));
            Parallel.For(0, tasks, parallel, () => new DecisionMasks(), (task, _, masks) =>
            {
                int first = task * TaskRows, rows = Math.Min(TaskRows, codes.Rows - first);
                masks.Fill(tree.Tree, codes, first, rows);
                for (int leaf = 0; leaf < tables.Length; leaf++) Add(tree, leaf, tables[leaf], masks, first, rows, players, sums);
                return masks;
            }, _ => { });
        }
        return sums;
    }

    /// <summary>The pairs of a leaf for all that a row can fulfil; empty where that is too much.</summary>
    private static double[] TableOf(LeafGame game)
    {
        int count = game.Path.Players.Length;
        if (count > Cell.MostBits) return [];
        var table = new double[count * count << count];
        for (int mask = 0; mask < 1 << count; mask++) game.Pairs((ulong)mask, table.AsSpan(mask * count * count, count * count));
        return table;
    }

    private static void Add(TreeGames tree, int leaf, double[] table, DecisionMasks masks, int first, int rows, int players,
        double[][] sums)
    {
        LeafPath path = tree.Tree.Leaves[leaf];
        int count = path.Players.Length;
        double[] own = new double[count * count];
        for (int row = 0; row < rows; row++)
        {
            ulong fulfilled = masks.Fulfilled(path, row);
            ReadOnlySpan<double> pairs = own;
            if (table.Length > 0) pairs = table.AsSpan((int)fulfilled * count * count, count * count);
            else tree.Games[leaf].Pairs(fulfilled, own);
            foreach (TreeTerm term in tree.Terms)
            {
                double worth = tree.Worth(leaf, term);
                Span<double> sum = sums[term.Output].AsSpan((first + row) * players * players, players * players);
                for (int i = 0; i < count; i++)
                    for (int j = 0; j < count; j++)
                        sum[path.Players[i] * players + path.Players[j]] += worth * pairs[i * count + j];
            }
        }
    }
}
