using System.Numerics;
using System.Runtime.InteropServices;
using Gate.Metrics.Groups;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Rows;

/// <summary>
/// Sorts all rows of a sample by a double, without comparing, on several threads. A histogram of the range of the keys' bits cuts the rows
/// into buckets that fit a core's cache; one pass moves every row with its weight into its bucket; then each bucket is sorted by itself.
/// The order is stable, so it is the same on any number of threads.
/// </summary>
internal static class RowSort
{
    private const int CellBits = 16;
    private const int BucketRows = 1 << 14;
    private const int FewestRowsOfPart = 1 << 16;
    private const int MostParts = 16;

    /// <summary>Sorts.</summary>
    /// <param name="keys">One finite key a row.</param>
    /// <param name="descending">Largest first.</param>
    /// <param name="labels">One class a row, or null.</param>
    /// <param name="positive">The class in question.</param>
    /// <param name="weights">One weight a row, or null.</param>
    /// <param name="groups">The group of each row, to be moved along, or null.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>All rows, as one scope.</returns>
    public static SortedRows Sort(double[] keys, bool descending, int[]? labels, int positive, double[]? weights, RowCodes? groups,
        int threads, CancellationToken cancel)
    {
        int n = keys.Length;
        var parts = new Parts(n);
        ulong flip = descending ? ulong.MaxValue : 0;
        (ulong min, ulong max) = Range(keys, flip, parts, threads, cancel);
        int shift = n == 0 ? 0 : Math.Max(0, 64 - BitOperations.LeadingZeroCount(max - min) - CellBits);
        int cells = n == 0 ? 1 : (int)((max - min) >> shift) + 1;

        var counts = new int[parts.Count][];
        Workers.For(parts.Count, threads, static () => 0, (p, _) =>
        {
            int[] own = counts[p] = new int[cells];
            foreach (double key in keys.AsSpan(parts[p])) own[(int)(((SortableBits.Of(key) ^ flip) - min) >> shift)]++;
        }, cancel);
        int[] start = Buckets(counts, cells, out int[] bucketOf);

        double[] sortedKeys = GC.AllocateUninitializedArray<double>(n);
        uint[] tags = GC.AllocateUninitializedArray<uint>(n);
        double[]? sortedWeights = weights is null ? null : GC.AllocateUninitializedArray<double>(n);
        RowCodes? sortedGroups = groups?.Room();
        Workers.For(parts.Count, threads, static () => 0, (p, _) =>
        {
            int[] next = counts[p];
            Span<ulong> moved = MemoryMarshal.Cast<double, ulong>(sortedKeys.AsSpan());
            (int from, int length) = parts[p].GetOffsetAndLength(n);
            for (int row = from; row < from + length; row++)
            {
                ulong key = SortableBits.Of(keys[row]) ^ flip;
                int to = next[bucketOf[(int)((key - min) >> shift)]]++;
                moved[to] = key;
                tags[to] = (uint)row << 1 | (labels is not null && labels[row] == positive ? 1u : 0);
                if (sortedWeights is not null) sortedWeights[to] = weights![row];
                sortedGroups?.Set(to, groups![row]);
            }
        }, cancel);

        Workers.For(start.Length - 1, threads, static () => new Room(), (b, room) =>
        {
            int from = start[b], length = start[b + 1] - from;
            SortBucket(sortedKeys.AsSpan(from, length), tags.AsSpan(from, length),
                sortedWeights is null ? [] : sortedWeights.AsSpan(from, length), flip, room);
            if (sortedGroups is null) return;
            for (int i = 0; i < length; i++) room.OtherPositions[i] = sortedGroups[from + i];
            for (int i = 0; i < length; i++) sortedGroups.Set(from + i, room.OtherPositions[room.Positions[i]]);
        }, cancel);
        return new SortedRows([0, n], sortedKeys, tags, sortedWeights, sortedGroups);
    }

    private static (ulong Min, ulong Max) Range(double[] keys, ulong flip, Parts parts, int threads, CancellationToken cancel)
    {
        var ranges = new (ulong Min, ulong Max)[parts.Count];
        Workers.For(parts.Count, threads, static () => 0, (p, _) =>
        {
            ulong min = ulong.MaxValue, max = 0;
            foreach (double key in keys.AsSpan(parts[p]))
            {
                ulong sortable = SortableBits.Of(key) ^ flip;
                (min, max) = (Math.Min(min, sortable), Math.Max(max, sortable));
            }
            ranges[p] = (min, max);
        }, cancel);
        return (ranges.Min(range => range.Min), ranges.Max(range => range.Max));
    }

    /// <summary>Joins neighbouring cells to buckets. Turns each part's counts of cells into the places where its rows of each bucket
    /// go.</summary>
    private static int[] Buckets(int[][] counts, int cells, out int[] bucketOf)
    {
        bucketOf = new int[cells];
        List<int> start = [0];
        int end = 0;
        for (int c = 0; c < cells; c++)
        {
            int rows = 0;
            foreach (int[] part in counts) rows += part[c];
            if (end > start[^1] && end + rows - start[^1] > BucketRows) start.Add(end);
            bucketOf[c] = start.Count - 1;
            end += rows;
        }
        start.Add(end);
        for (int c = 0; c < cells; c++)
            foreach (int[] part in counts)
            {
                int rows = part[c];
                part[c] = 0;
                part[bucketOf[c]] += rows; // never ahead of the cell at hand
            }
        for (int b = 0; b + 1 < start.Count; b++)
        {
            int next = start[b];
            foreach (int[] part in counts) (part[b], next) = (next, next + part[b]);
        }
        return [.. start];
    }

    private static void SortBucket(Span<double> keys, Span<uint> tags, Span<double> weights, ulong flip, Room room)
    {
        int n = keys.Length;
        room.Hold(n);
        Span<ulong> bits = MemoryMarshal.Cast<double, ulong>(keys), otherBits = room.Bits.AsSpan(0, n);
        Span<int> positions = room.Positions.AsSpan(0, n);
        for (int i = 0; i < n; i++) positions[i] = i;
        BucketSort.Sort(bits, positions, otherBits, room.OtherPositions);
        for (int i = 0; i < n; i++) keys[i] = SortableBits.Value(bits[i] ^ flip);

        Span<uint> otherTags = MemoryMarshal.Cast<int, uint>(room.OtherPositions.AsSpan(0, n));
        tags.CopyTo(otherTags);
        for (int i = 0; i < n; i++) tags[i] = otherTags[positions[i]];
        if (weights.IsEmpty) return;
        Span<double> otherWeights = MemoryMarshal.Cast<ulong, double>(otherBits);
        weights.CopyTo(otherWeights);
        for (int i = 0; i < n; i++) weights[i] = otherWeights[positions[i]];
    }

    /// <summary>The rows in a few parts of one run each.</summary>
    private readonly struct Parts(int rows)
    {
        public int Count { get; } = Math.Clamp(rows / FewestRowsOfPart, 1, MostParts);

        public Range this[int part] => (int)((long)rows * part / Count)..(int)((long)rows * (part + 1) / Count);
    }

    private sealed class Room
    {
        public ulong[] Bits { get; private set; } = [];

        public int[] Positions { get; private set; } = [];

        public int[] OtherPositions { get; private set; } = [];

        public void Hold(int rows)
        {
            if (Bits.Length >= rows) return;
            int length = Math.Max(rows, BucketRows);
            (Bits, Positions, OtherPositions) = (new ulong[length], new int[length], new int[length]);
        }
    }
}
