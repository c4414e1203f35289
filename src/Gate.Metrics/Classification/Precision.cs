using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Precision : RateMetric
{
    public override string Name => "precision";

    public override IReadOnlyList<string> Aliases => ["precision_score"];

    public override string Definition => "Among rows predicted positive, the share whose label is positive.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no predicted positive rows";

    public override string Source => "scikit-learn, precision_score";

    public override EvidenceNeeds Needs => EvidenceNeeds.PredictedPositives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TruePositives, cells.TruePositives + cells.FalsePositives);
}
