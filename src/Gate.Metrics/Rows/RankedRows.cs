namespace Gate.Metrics.Rows;

/// <summary>Sorted rows. A weight may be 0 (a bootstrap replicate that did not draw the row).</summary>
/// <param name="keys">What the rows are sorted by.</param>
/// <param name="weights">Their weights.</param>
/// <param name="positives">1 where the row's label is the positive class (or the class in turn), else 0.</param>
/// <param name="endsTie">Whether the next row has another key.</param>
/// <param name="weighted">Whether the sample has weights of its own.</param>
internal readonly ref struct RankedRows(ReadOnlySpan<double> keys, ReadOnlySpan<double> weights, ReadOnlySpan<double> positives,
    ReadOnlySpan<bool> endsTie, bool weighted)
{
    public ReadOnlySpan<double> Keys { get; } = keys;

    public ReadOnlySpan<double> Weights { get; } = weights;

    public ReadOnlySpan<double> Positives { get; } = positives;

    public ReadOnlySpan<bool> EndsTie { get; } = endsTie;

    public bool Weighted { get; } = weighted;
}
