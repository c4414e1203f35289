namespace Gate.Metrics.Rows;

/// <summary>Doubles as unsigned integers of the same order, so that sorting them needs no comparison of floating-point numbers.</summary>
internal static class SortableBits
{
    /// <summary>The bits of a finite number; -0 and 0 become the same.</summary>
    public static ulong Of(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return bits ^ ((ulong)((long)bits >> 63) | 1UL << 63);
    }

    /// <summary>The number behind bits.</summary>
    public static double Value(ulong sortable) =>
        BitConverter.UInt64BitsToDouble((long)sortable < 0 ? sortable ^ 1UL << 63 : ~sortable);
}
