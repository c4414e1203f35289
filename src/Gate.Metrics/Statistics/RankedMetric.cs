using Gate.Data;

namespace Gate.Metrics.Statistics;

/// <summary>What rows are sorted by.</summary>
internal enum RankBy
{
    /// <summary>The score of the positive class, largest first.</summary>
    Score,

    /// <summary>The score of each class in turn against all others, largest first; the metric is the mean over the classes.</summary>
    EachClass,

    /// <summary>The absolute error of a predicted number, smallest first.</summary>
    AbsoluteError,
}

/// <summary>A metric of rows in order.</summary>
internal abstract class RankedMetric : Metric
{
    /// <summary>What rows are sorted by.</summary>
    internal virtual RankBy RankBy => RankBy.Score;

    /// <inheritdoc/>
    public override bool AsksEachClass => RankBy == RankBy.EachClass;

    /// <inheritdoc/>
    public override Metric? OneVsRest(int code, string name) => RankBy == RankBy.Score && !Tasks.Contains(TaskType.MulticlassClassification)
        ? new OneVsRestRanked(this, code, name) : null;

    /// <summary>Computes the metric in one pass over sorted rows.</summary>
    internal abstract MetricValue Compute(RankedRows rows);
}

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
