using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class TruePositiveRate : RateMetric
{
    public override string Name => "true_positive_rate";

    public override string Definition => "Among rows whose label is positive, the share predicted positive.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no positive rows";

    public override string Source => "Fairlearn, true_positive_rate";

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TruePositives, cells.TruePositives + cells.FalseNegatives);
}
