using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class FalseOmissionRate : RateMetric
{
    public override string Name => "false_omission_rate";

    public override IReadOnlyList<string> Aliases => ["for"];

    public override string Definition =>
        "Among rows predicted negative, the share whose label is positive: 1 minus the negative predictive value.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override string UndefinedWhen => "no predicted negative rows";

    public override string Source => "T. Fawcett, An introduction to ROC analysis, Pattern Recognit. Lett. 27 (2006)";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.FalseNegatives, cells.TrueNegatives + cells.FalseNegatives);
}
