using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Jaccard : RateMetric
{
    public override string Name => "jaccard";

    public override IReadOnlyList<string> Aliases => ["jaccard_score"];

    public override string Definition => "Among rows that are positive or predicted positive, the share that is both: TP / (TP + FP + FN).";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no positive and no predicted positive rows";

    public override string Source => "scikit-learn, jaccard_score";

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TruePositives, cells.TruePositives + cells.FalsePositives + cells.FalseNegatives);
}
