namespace Gate.Explain.Trees;

/// <summary>
/// Shapley values of rows, summed over trees in their order: tables of some trees are made, all rows look them up, and the next trees
/// follow. What a row's sum is does not depend on how rows are shared out among threads or blocks.
/// </summary>
internal sealed class ValueSums
{
    // Tables of so many numbers are made at once (32 MB), and so many rows are one task.
    private const long MostNumbers = 1 << 22;
    private const int TaskRows = 1024;

    private readonly TreeGames[] games;
    private readonly TreeTables[] plans;
    private readonly int players, outputs;

    public ValueSums(TreeGames[] games, int players, int outputs)
    {
        (this.games, this.players, this.outputs) = (games, players, outputs);
        plans = Array.ConvertAll(games, one => new TreeTables(one, players));
        IsDirect = players <= PlayerGroup.Wide;
        Stride = IsDirect ? PlayerGroup.WidthOf(players) : players;
    }

    /// <summary>The distance between the values of two rows.</summary>
    public int Stride { get; }

    /// <summary>Whether all trees have the players' order, so that entries are added as they are.</summary>
    private bool IsDirect { get; }

    /// <summary>The values of coded rows: for each output, rows × <see cref="Stride"/>.</summary>
    public double[][] Sum(RowCodes codes, ParallelOptions parallel)
    {
        double[][] sums = [.. Enumerable.Range(0, outputs).Select(_ => new double[checked(codes.Rows * Stride)])];
        int tasks = (codes.Rows + TaskRows - 1) / TaskRows;
        for (int first = 0; first < games.Length;)
        {
            int end = EndOfChunk(first), start = first;
            var tables = new double[end - start][][][];
            Parallel.For(0, tables.Length, parallel, i => tables[i] = plans[start + i].Make());
            Parallel.For(0, tasks, parallel, () => new Worker(this), (task, _, worker) =>
            {
                worker.Add(codes, task * TaskRows, Math.Min(codes.Rows, (task + 1) * TaskRows), start, tables, sums);
                return worker;
            }, _ => { });
            first = end;
        }
        return sums;
    }

    private int EndOfChunk(int first)
    {
        long size = 0;
        int end = first;
        while (end < games.Length && (end == first || size + plans[end].Size <= MostNumbers)) size += plans[end++].Size;
        return end;
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Worker(ValueSums of)
    {
        private readonly DecisionMasks masks = new();
        private readonly double[] entries = new double[DecisionMasks.Most * PlayerGroup.Wide];
        private byte[] numbers = [];

        public void Add(RowCodes codes, int first, int end, int firstTree, double[][][][] tables, double[][] sums)
        {
            for (int i = 0; i < tables.Length; i++)
            {
                (TreeGames games, TreeTables plan) = (of.games[firstTree + i], of.plans[firstTree + i]);
                for (int at = first; at < end; at += DecisionMasks.Most)
                {
                    int rows = Math.Min(DecisionMasks.Most, end - at);
                    masks.Fill(games.Tree, codes, at, rows);
                    if (numbers.Length < plan.Cells.Length * DecisionMasks.Most)
                        numbers = new byte[plan.Cells.Length * DecisionMasks.Most];
                    for (int cell = 0; cell < plan.Cells.Length; cell++)
                        masks.Index(plan.Cells[cell], rows, numbers.AsSpan(cell * DecisionMasks.Most, DecisionMasks.Most));
                    for (int g = 0; g < plan.Groups.Length; g++)
                        for (int t = 0; t < games.Terms.Length; t++)
                            Add(tables[i][g][t], plan.Groups[g], rows, sums[games.Terms[t].Output].AsSpan(at * of.Stride));
                    foreach (int leaf in plan.Alone) AddAlone(games, leaf, at, rows, sums);
                }
            }
        }

        private void Add(double[] table, PlayerGroup group, int rows, Span<double> sums)
        {
            if (of.IsDirect)
            {
                EntrySums.Add(table, group, numbers, rows, sums);
                return;
            }
            Array.Clear(entries);
            EntrySums.Add(table, group, numbers, rows, entries);
            for (int row = 0; row < rows; row++)
                for (int slot = 0; slot < group.Players.Length; slot++)
                    sums[row * of.Stride + group.Players[slot]] += entries[row * group.Width + slot];
        }

        private void AddAlone(TreeGames games, int leaf, int first, int rows, double[][] sums)
        {
            LeafPath path = games.Tree.Leaves[leaf];
            Span<double> values = stackalloc double[path.Players.Length];
            for (int row = 0; row < rows; row++)
            {
                games.Games[leaf].Values(masks.Fulfilled(path, row), values);
                foreach (TreeTerm term in games.Terms)
                {
                    double worth = games.Worth(leaf, term);
                    Span<double> sum = sums[term.Output].AsSpan((first + row) * of.Stride, of.Stride);
                    for (int j = 0; j < values.Length; j++) sum[path.Players[j]] += values[j] * worth;
                }
            }
        }
    }
}
