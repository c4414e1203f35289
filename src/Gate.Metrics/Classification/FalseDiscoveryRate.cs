using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class FalseDiscoveryRate : RateMetric
{
    public override string Name => "false_discovery_rate";

    public override IReadOnlyList<string> Aliases => ["fdr"];

    public override string Definition => "Among rows predicted positive, the share whose label is negative: 1 minus precision.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override string UndefinedWhen => "no predicted positive rows";

    public override string Source => "T. Fawcett, An introduction to ROC analysis, Pattern Recognit. Lett. 27 (2006)";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.PredictedPositives;

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.FalsePositives, cells.TruePositives + cells.FalsePositives);
}
