using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class KsStatistic : RankedMetric
{
    public override string Name => "ks_statistic";

    public override string Definition =>
        "The largest lead that the true positive rate has over the false positive rate at any threshold (Kolmogorov and Smirnov, Youden); "
        + "0 where it never leads.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.OneClass;

    public override string Source => "scikit-learn, max(tpr - fpr) of roc_curve";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override LimitsKind LimitsKind => LimitsKind.Lead;

    internal override MetricValue Compute(RankedRows rows)
    {
        (double all, double others) = RankedTotals.Of(rows);
        return all == 0 || others == 0 ? MetricValue.Missing(UndefinedWhen) : MetricValue.Of(LargestLead.Of(rows, all, others).Size);
    }
}
