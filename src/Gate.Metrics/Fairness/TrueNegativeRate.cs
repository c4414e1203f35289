using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class TrueNegativeRate : RateMetric
{
    public override string Name => "true_negative_rate";

    public override string Definition => "Among rows whose label is negative, the share predicted negative.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no negative rows";

    public override string Source => "Fairlearn, true_negative_rate";

    public override EvidenceNeeds Needs => EvidenceNeeds.Negatives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TrueNegatives, cells.TrueNegatives + cells.FalsePositives);
}
