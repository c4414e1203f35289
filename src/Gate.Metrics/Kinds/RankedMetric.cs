using Gate.Data;
using Gate.Metrics.Intervals;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Kinds;

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

    /// <summary>Whether it is a share of rows on one side of a cut: that all are on it does not make it certain.</summary>
    internal virtual bool IsShareAtCut => false;

    /// <summary>The limits of a metric that has a rule of its own (<see cref="LimitsKind.Rows"/>), where it is defined.</summary>
    internal virtual Limits LimitsOf(RankedRows rows) =>
        throw new InvalidOperationException($"{Name} has no rule of its own for limits");
}
