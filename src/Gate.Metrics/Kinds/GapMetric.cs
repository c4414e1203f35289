namespace Gate.Metrics.Kinds;

/// <summary>A metric of the gaps between what was expected and what happened, bin by bin: their mean or the largest. Noise can only raise
/// it, so that its limits are not those of a mean.</summary>
internal abstract class GapMetric : OrderedMetric
{
    internal sealed override LimitsKind LimitsKind => LimitsKind.Gaps;

    /// <summary>Whether the largest gap counts; else their mean, weighted by their rows.</summary>
    internal virtual bool IsLargest => false;

    /// <summary>The bins with rows.</summary>
    internal abstract IReadOnlyList<GapBin> Bins(OrderedRows rows);

    internal sealed override MetricValue Compute(OrderedRows rows) =>
        Bins(rows) is { Count: > 0 } bins ? MetricValue.Of(Size(bins)) : MetricValue.Missing(Reasons.NoRows);

    /// <summary>The metric of gaps.</summary>
    internal double Size(IReadOnlyList<GapBin> bins)
    {
        double sum = 0, total = 0, largest = 0;
        foreach (GapBin bin in bins)
        {
            double gap = Math.Abs(bin.Happened - bin.Expected);
            sum += gap;
            total += bin.Weight;
            largest = Math.Max(largest, gap / bin.Weight);
        }
        return IsLargest ? largest : sum / total;
    }
}

/// <summary>The rows of one bin.</summary>
/// <param name="Weight">Their weight; above 0.</param>
/// <param name="Expected">The sum of weight × probability.</param>
/// <param name="Happened">The weight of the rows in which it happened.</param>
internal readonly record struct GapBin(double Weight, double Expected, double Happened);
