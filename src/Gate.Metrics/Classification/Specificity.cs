using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Specificity : RateMetric
{
    public override string Name => "specificity";

    public override string Definition =>
        "Among rows whose label is negative, the share predicted negative; the same as true_negative_rate.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no negative rows";

    public override string Source => "scikit-learn, recall_score(pos_label=0)";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Negatives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TrueNegatives, cells.TrueNegatives + cells.FalsePositives);
}
