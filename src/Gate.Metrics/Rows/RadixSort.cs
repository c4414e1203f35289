namespace Gate.Metrics.Rows;

/// <summary>Sorts row numbers by a double: stable, in linear time, without comparing.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;
    private const int Passes = 6;

    /// <summary>The positions of <paramref name="keys"/> in ascending (or descending) order; equal keys stay in their order.</summary>
    public static int[] Order(ReadOnlySpan<double> keys, bool descending)
    {
        int n = keys.Length;
        var sortable = new ulong[n];
        var order = new int[n];
        for (int i = 0; i < n; i++)
        {
            sortable[i] = Sortable(keys[i]) ^ (descending ? ulong.MaxValue : 0);
            order[i] = i;
        }
        var otherKeys = new ulong[n];
        var otherOrder = new int[n];
        int[] histograms = Histograms(sortable);
        for (int pass = 0; pass < Passes; pass++)
        {
            Span<int> offsets = histograms.AsSpan(pass * Buckets, Buckets);
            if (offsets.IndexOf(n) >= 0) continue; // all keys share this digit
            ToOffsets(offsets);
            int shift = pass * Bits;
            for (int i = 0; i < n; i++)
            {
                int to = offsets[(int)(sortable[i] >> shift) & (Buckets - 1)]++;
                otherKeys[to] = sortable[i];
                otherOrder[to] = order[i];
            }
            (sortable, otherKeys) = (otherKeys, sortable);
            (order, otherOrder) = (otherOrder, order);
        }
        return order;
    }

    /// <summary>Bits whose unsigned order is the order of the doubles; -0 and 0 become the same.</summary>
    private static ulong Sortable(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (long)bits < 0 ? ~bits : bits | 1UL << 63;
    }

    private static int[] Histograms(ulong[] keys)
    {
        var histograms = new int[Passes * Buckets];
        foreach (ulong key in keys)
            for (int pass = 0; pass < Passes; pass++)
                histograms[pass * Buckets + ((int)(key >> (pass * Bits)) & (Buckets - 1))]++;
        return histograms;
    }

    private static void ToOffsets(Span<int> counts)
    {
        int sum = 0;
        for (int b = 0; b < counts.Length; b++) (counts[b], sum) = (sum, sum + counts[b]);
    }
}
