using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Regression;

internal sealed class MaxError : RankedMetric
{
    public override string Name => "max_error";

    public override string Definition =>
        "The largest distance of a predicted number from the true one. It has no interval: of the errors beyond the largest one nothing is "
        + "known. Decide on the estimate (decide_on: point) or bound a quantile of the errors.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, max_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override LimitsKind LimitsKind => LimitsKind.None;

    internal override RankBy RankBy => RankBy.AbsoluteError;

    internal override MetricValue Compute(RankedRows rows)
    {
        for (int i = rows.Weights.Length - 1; i >= 0; i--)
            if (rows.Weights[i] > 0) return MetricValue.Of(rows.Keys[i]);
        return MetricValue.Missing(Reasons.NoRows);
    }
}
