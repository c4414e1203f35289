using System.Buffers;

namespace Gate.Models.Trees;

/// <summary>The statistics of a node's rows by code of one feature: only codes that occur, ascending.</summary>
internal readonly ref struct NodeBins
{
    private readonly double[] rented;

    private NodeBins(double[] rented, int[] codes, int count, int stride)
    {
        this.rented = rented;
        Codes = codes.AsSpan(0, count);
        Stride = stride;
    }

    /// <summary>The codes that occur, ascending.</summary>
    public ReadOnlySpan<int> Codes { get; }

    private int Stride { get; }

    /// <summary>The bin at a position among <see cref="Codes"/>.</summary>
    public ReadOnlySpan<double> this[int position] => rented.AsSpan(position * Stride, Stride);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<double>.Shared.Return(rented);

    public static NodeBins Gather(SplitFeature feature, ReadOnlySpan<int> rows, TreeTarget target)
    {
        int[] rentedBins = ArrayPool<int>.Shared.Rent(rows.Length);
        Span<int> binOf = rentedBins.AsSpan(0, rows.Length);
        for (int i = 0; i < binOf.Length; i++) binOf[i] = feature.Codes[rows[i]];
        // A histogram over all codes costs their number, sorting the node's own codes a little more than its rows: small nodes sort.
        int[]? occurring = feature.CodeCount <= 4 * rows.Length ? null : Compact(binOf);
        int count = occurring?.Length ?? feature.CodeCount;

        double[] rented = ArrayPool<double>.Shared.Rent(Math.Max(1, count * target.Stride));
        rented.AsSpan(0, count * target.Stride).Clear();
        target.Accumulate(rows, binOf, rented);
        ArrayPool<int>.Shared.Return(rentedBins);
        return occurring is null ? Squeeze(rented, count, target.Stride) : new(rented, occurring, count, target.Stride);
    }

    /// <summary>Replaces codes by their ranks among those that occur, and returns these.</summary>
    private static int[] Compact(Span<int> codes)
    {
        int[] sorted = codes.ToArray();
        Array.Sort(sorted);
        int count = 0;
        foreach (int code in sorted)
            if (count == 0 || sorted[count - 1] != code) sorted[count++] = code;
        int[] occurring = sorted[..count];
        for (int i = 0; i < codes.Length; i++) codes[i] = Array.BinarySearch(occurring, codes[i]);
        return occurring;
    }

    private static NodeBins Squeeze(double[] bins, int count, int stride)
    {
        var codes = new int[count];
        int present = 0;
        for (int code = 0; code < count; code++)
        {
            if (bins[code * stride + stride - 1] == 0) continue;
            if (present < code) bins.AsSpan(code * stride, stride).CopyTo(bins.AsSpan(present * stride));
            codes[present++] = code;
        }
        return new(bins, codes, present, stride);
    }
}
