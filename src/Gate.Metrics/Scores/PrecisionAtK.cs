using Gate.Data;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class PrecisionAtK(double k = 10) : RankedMetric
{
    public override string Name => "precision_at_k";

    public override string Definition =>
        "Among the k rows with the highest scores, the share whose label is positive. Of rows that tie at the cut, each is taken with the "
        + "same chance; with weights, k is a sum of weights.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "fewer than k rows";

    public override string Source =>
        "C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval (2008), 8.4; "
        + "ties: F. McSherry and M. Najork, ECIR 2008";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => RankedTop.K;

    public override IReadOnlyList<double> ParameterValues => [k];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new PrecisionAtK(values[0]);

    internal override LimitsKind LimitsKind => LimitsKind.Rows;

    internal override Limits LimitsOf(RankedRows rows) => RankedTop.LimitsOfShare(rows, k);

    internal override MetricValue Compute(RankedRows rows) =>
        RankedTop.Found(rows, k) is double found ? MetricValue.Of(found / k) : MetricValue.Missing(UndefinedWhen);
}
