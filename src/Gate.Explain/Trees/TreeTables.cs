namespace Gate.Explain.Trees;

/// <summary>What a tree's cells look up.</summary>
internal sealed class TreeTables
{
    private readonly TreeGames games;

    public TreeTables(TreeGames games, int players)
    {
        this.games = games;
        (Cells, Alone) = CellPlan.Of(games.Tree);
        Groups = PlayerGroup.Of(games, Cells, players);
    }

    public Cell[] Cells { get; }

    /// <summary>The leaves that are in no cell.</summary>
    public int[] Alone { get; }

    public PlayerGroup[] Groups { get; }

    /// <summary>How many numbers the tables of all outputs take.</summary>
    public long Size => Groups.Sum(group => (long)group.Size) * games.Terms.Length;

    /// <summary>Makes the tables: one for each group and term.</summary>
    public double[][][] Make()
    {
        double[][][] tables = Array.ConvertAll(Groups, group => Array.ConvertAll(games.Terms, _ => new double[group.Size]));
        for (int cell = 0; cell < Cells.Length; cell++)
            foreach (CellLeaf leaf in Cells[cell].Leaves) Add(tables, cell, leaf);
        return tables;
    }

    private void Add(double[][][] tables, int cell, CellLeaf leaf)
    {
        LeafPath path = games.Tree.Leaves[leaf.Index];
        int players = path.Players.Length;
        double[] values = new double[players << players];
        for (int mask = 0; mask < 1 << players; mask++)
            games.Games[leaf.Index].Values((ulong)mask, values.AsSpan(mask * players, players));
        for (int g = 0; g < Groups.Length; g++)
        {
            PlayerGroup group = Groups[g];
            if (Array.IndexOf(group.Cells, cell) is not (>= 0 and int place)) continue;
            int[] slots = Array.ConvertAll(path.Players, player => Array.IndexOf(group.Players, player));
            for (int t = 0; t < games.Terms.Length; t++)
            {
                double worth = games.Worth(leaf.Index, games.Terms[t]);
                if (worth == 0) continue;
                Span<double> table = tables[g][t].AsSpan(group.Offsets[place], Cells[cell].Entries * group.Width);
                for (int number = 0; number < Cells[cell].Entries; number++)
                    AddEntry(table.Slice(number * group.Width, group.Width), slots,
                        values.AsSpan(leaf.Fulfilled(number) * players, players), worth);
            }
        }
    }

    private static void AddEntry(Span<double> entry, int[] slots, ReadOnlySpan<double> values, double worth)
    {
        for (int j = 0; j < values.Length; j++)
            if (slots[j] >= 0) entry[slots[j]] += values[j] * worth;
    }
}
