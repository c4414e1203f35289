using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class FalsePositiveRate : RateMetric
{
    public override string Name => "false_positive_rate";

    public override string Definition => "Among rows whose label is negative, the share predicted positive.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override string UndefinedWhen => "no negative rows";

    public override string Source => "Fairlearn, false_positive_rate";

    public override EvidenceNeeds Needs => EvidenceNeeds.Negatives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.FalsePositives, cells.TrueNegatives + cells.FalsePositives);
}
