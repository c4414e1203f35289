namespace Gate.Models.Numerics;

/// <summary>Work over rows in blocks of a fixed size, so that what is summed by block does not depend on the number of threads.</summary>
internal static class RowBlocks
{
    public const int Size = 4096;

    public static int Count(int rows) => (rows + Size - 1) / Size;

    /// <summary>Calls <paramref name="work"/> with (block, first row, one past the last row) for all blocks, several at a time.</summary>
    public static void ForEach(int rows, Action<int, int, int> work, CancellationToken cancel)
    {
        int blocks = Count(rows);
        if (blocks <= 1)
        {
            cancel.ThrowIfCancellationRequested();
            if (rows > 0) work(0, 0, rows);
            return;
        }
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel },
            block => work(block, block * Size, Math.Min(rows, (block + 1) * Size)));
    }
}
