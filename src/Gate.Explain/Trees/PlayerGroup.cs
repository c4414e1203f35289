namespace Gate.Explain.Trees;

/// <summary>Players whose values stand side by side in the entries of tables: so many as a few vectors hold.</summary>
/// <param name="Players">The player of each slot.</param>
/// <param name="Cells">The cells in which any of them plays.</param>
/// <param name="Offsets">Where the table of each such cell starts.</param>
/// <param name="Size">The numbers of all its tables.</param>
/// <param name="Width">The slots of an entry; those after the players hold 0.</param>
internal sealed record PlayerGroup(int[] Players, int[] Cells, int[] Offsets, int Size, int Width)
{
    /// <summary>The widths that there are.</summary>
    public const int Narrow = 8, Wide = 16;

    /// <summary>The players of a model in one group, in their order, where they fit.</summary>
    public static int WidthOf(int players) => players <= Narrow ? Narrow : Wide;

    /// <summary>The groups of a tree's cells.</summary>
    /// <param name="games">The tree.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="players">How many players the model has: where they fit into one group, it is the same for all trees.</param>
    public static PlayerGroup[] Of(TreeGames games, Cell[] cells, int players)
    {
        PathTree tree = games.Tree;
        int[][] playersOf = Array.ConvertAll(cells, cell => cell.Leaves.SelectMany(leaf => tree.Leaves[leaf.Index].Players).Distinct()
            .ToArray());
        IEnumerable<int> order = players <= Wide ? Enumerable.Range(0, players) : playersOf.SelectMany(own => own).Distinct();
        return [.. order.Chunk(Wide).Select(chunk => Make(chunk, cells, playersOf))];
    }

    private static PlayerGroup Make(int[] chunk, Cell[] cells, int[][] playersOf)
    {
        int[] own = [.. Enumerable.Range(0, cells.Length).Where(cell => playersOf[cell].Intersect(chunk).Any())];
        var offsets = new int[own.Length];
        int size = 0, width = WidthOf(chunk.Length);
        for (int i = 0; i < own.Length; i++)
        {
            offsets[i] = size;
            size += cells[own[i]].Entries * width;
        }
        return new(chunk, own, offsets, size, width);
    }
}
