using System.Numerics;

namespace Gate.Metrics.Rows;

/// <summary>Sorts the few thousand keys of one bucket within the cache: spreads them over the range of their bits, again where many fall
/// together, and inserts the last few in place. Stable.</summary>
internal static class BucketSort
{
    private const int FewEnough = 24;
    private const int MostCells = 1 << 14;

    /// <summary>Sorts keys and their positions.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="positions">What moves with them.</param>
    /// <param name="otherKeys">Room for as many keys.</param>
    /// <param name="otherPositions">Room for as many positions.</param>
    public static void Sort(Span<ulong> keys, Span<int> positions, Span<ulong> otherKeys, Span<int> otherPositions)
    {
        if (keys.Length <= FewEnough)
        {
            Insert(keys, positions);
            return;
        }
        (ulong min, ulong max) = Range(keys);
        if (min == max) return;
        int bits = Math.Min(BitOperations.Log2(MostCells), BitOperations.Log2((uint)keys.Length));
        int shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(max - min) - bits);
        Span<int> ends = stackalloc int[(int)((max - min) >> shift) + 1];
        ends.Clear();
        foreach (ulong key in keys) ends[(int)((key - min) >> shift)]++;
        for (int c = 0, sum = 0; c < ends.Length; c++) (ends[c], sum) = (sum, sum + ends[c]);
        for (int i = 0; i < keys.Length; i++)
        {
            int to = ends[(int)((keys[i] - min) >> shift)]++;
            otherKeys[to] = keys[i];
            otherPositions[to] = positions[i];
        }
        otherKeys[..keys.Length].CopyTo(keys);
        otherPositions[..keys.Length].CopyTo(positions);
        if (shift == 0) return;
        // Cells of a few keys are put in order by one pass over all of them; each moves within its cell.
        for (int c = 0, start = 0; c < ends.Length; start = ends[c++])
            if (ends[c] - start > FewEnough) Sort(keys[start..ends[c]], positions[start..ends[c]], otherKeys, otherPositions);
        Insert(keys, positions);
    }

    public static (ulong Min, ulong Max) Range(ReadOnlySpan<ulong> keys)
    {
        ulong min = ulong.MaxValue, max = 0;
        foreach (ulong key in keys) (min, max) = (Math.Min(min, key), Math.Max(max, key));
        return (min, max);
    }

    private static void Insert(Span<ulong> keys, Span<int> positions)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            if (keys[i - 1] <= key) continue;
            int position = positions[i], j = i - 1;
            for (; j >= 0 && keys[j] > key; j--) (keys[j + 1], positions[j + 1]) = (keys[j], positions[j]);
            (keys[j + 1], positions[j + 1]) = (key, position);
        }
    }
}
