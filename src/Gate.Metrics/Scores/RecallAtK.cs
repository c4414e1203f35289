using Gate.Data;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class RecallAtK(double k = 10) : RankedMetric
{
    public override string Name => "recall_at_k";

    public override string Definition =>
        "The share of the positive rows that is among the k rows with the highest scores. Of rows that tie at the cut, each is taken with "
        + "the same chance; with weights, k is a sum of weights.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive rows, or fewer than k rows";

    public override string Source =>
        "C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval (2008), 8.4; "
        + "ties: F. McSherry and M. Najork, ECIR 2008";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    public override IReadOnlyList<MetricParameter> Parameters => RankedTop.K;

    public override IReadOnlyList<double> ParameterValues => [k];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new RecallAtK(values[0]);

    internal override LimitsKind LimitsKind => LimitsKind.Rows;

    /// <summary>It is k times the share of positives at the top, over as many rows as there are times their share of positives. The two
    /// shares are taken as independent, which is on the wide side: both rise with the number of positives.</summary>
    internal override Limits LimitsOf(RankedRows rows)
    {
        (double positives, double negatives) = RankedTotals.Of(rows);
        double all = positives + negatives;
        var ratio = new RatioLimits(RankedTop.LimitsOfShare(rows, k), new ShareLimits(positives / all, all));
        return new MappedLimits(ratio, times => Math.Min(1, times * k / all), falling: false);
    }

    internal override MetricValue Compute(RankedRows rows) => RankedTop.Found(rows, k) is double found
        ? MetricValue.Ratio(found, RankedTotals.Of(rows).Positives, "no positive rows")
        : MetricValue.Missing("fewer than k rows");
}
