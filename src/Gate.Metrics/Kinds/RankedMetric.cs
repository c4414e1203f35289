using Gate.Data;
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
}
