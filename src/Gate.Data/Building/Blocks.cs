namespace Gate.Data.Building;

/// <summary>A growing array that never copies what it holds until it is complete.</summary>
internal sealed class Blocks<T> where T : unmanaged
{
    // The first block is small: a table of many columns has one for each.
    private const int FirstBlock = 1 << 10, BlockLength = 1 << 16;
    private readonly List<ArraySegment<T>> full = [];
    private T[] current = [];
    private int used;

    internal int Count { get; private set; }

    /// <summary>Room for the next <paramref name="count"/> items, to be filled by the caller.</summary>
    internal Span<T> Next(int count)
    {
        if (used + count > current.Length)
        {
            if (used > 0) full.Add(new ArraySegment<T>(current, 0, used));
            (current, used) = (GC.AllocateUninitializedArray<T>(Math.Max(count, Math.Clamp(Count, FirstBlock, BlockLength))), 0);
        }
        Span<T> next = current.AsSpan(used, count);
        used += count;
        Count += count;
        return next;
    }

    internal T[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        int at = 0;
        foreach (ArraySegment<T> block in full)
        {
            block.AsSpan().CopyTo(all.AsSpan(at));
            at += block.Count;
        }
        current.AsSpan(0, used).CopyTo(all.AsSpan(at));
        return all;
    }
}
