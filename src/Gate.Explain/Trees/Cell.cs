namespace Gate.Explain.Trees;

/// <summary>
/// A subtree whose leaves' parts are one table. Where a row goes there is a number of few bits: one for each player on the way to the
/// subtree (whether the row fulfils all that it asks on that way), and one for each node of the subtree (whether the row goes left). The
/// table has the sum over the subtree's leaves of each player's part, for each such number. It is the table of Fast TreeSHAP v2 (Yang
/// 2021), of several leaves at once.
/// </summary>
/// <param name="Bits">What each bit says: that all its literals hold.</param>
/// <param name="Leaves">The leaves.</param>
internal sealed record Cell(Literal[][] Bits, CellLeaf[] Leaves)
{
    /// <summary>So many bits a number has at the most: it is a byte.</summary>
    public const int MostBits = 8;

    public int Entries => 1 << Bits.Length;
}

/// <summary>A leaf of a cell.</summary>
/// <param name="Index">Its place among the leaves of the tree.</param>
/// <param name="Ones">For each player on the way to it: the bits of the cell's number that must be 1.</param>
/// <param name="Zeros">For each player: the bits that must be 0.</param>
internal sealed record CellLeaf(int Index, int[] Ones, int[] Zeros)
{
    /// <summary>What a row fulfils that has a number.</summary>
    public int Fulfilled(int number)
    {
        int mask = 0;
        for (int j = 0; j < Ones.Length; j++)
            if ((number & Ones[j]) == Ones[j] && (number & Zeros[j]) == 0) mask |= 1 << j;
        return mask;
    }
}
