using Gate.Data;
using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>A share of rows: hits among trials, both sums of cells. Its interval is Wilson's.</summary>
internal abstract class RateMetric : CountMetric
{
    public override (double Low, double High) Range => (0, 1);

    /// <inheritdoc/>
    public override Metric? OneVsRest(int code, string name) =>
        Tasks.Contains(TaskType.MulticlassClassification) ? null : new OneVsRestRate(this, code, name);

    internal sealed override LimitsKind LimitsKind => LimitsKind.Rate;

    /// <summary>The weight of the hits and of the trials. Called on squared weights as well, so it must add cells and do nothing
    /// else.</summary>
    internal abstract (double Hits, double Trials) Share(Confusion cells);

    internal sealed override MetricValue Compute(Confusion cells)
    {
        (double hits, double trials) = Share(cells);
        return MetricValue.Ratio(hits, trials, UndefinedWhen.Length > 0 ? UndefinedWhen : Reasons.NoRows);
    }
}
