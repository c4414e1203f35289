using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class FalseNegativeRate : RateMetric
{
    public override string Name => "false_negative_rate";

    public override string Definition => "Among rows whose label is positive, the share predicted negative.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override string UndefinedWhen => "no positive rows";

    public override string Source => "Fairlearn, false_negative_rate";

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.FalseNegatives, cells.TruePositives + cells.FalseNegatives);
}
