using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Recall : RateMetric
{
    public override string Name => "recall";

    public override IReadOnlyList<string> Aliases => ["recall_score", "sensitivity"];

    public override string Definition => "Among rows whose label is positive, the share predicted positive.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no positive rows";

    public override string Source => "scikit-learn, recall_score";

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TruePositives, cells.TruePositives + cells.FalseNegatives);
}
