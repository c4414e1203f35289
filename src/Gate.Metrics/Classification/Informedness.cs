using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Informedness : CountMetric
{
    public override string Name => "informedness";

    public override IReadOnlyList<string> Aliases => ["youden_j"];

    public override string Definition => "Recall plus specificity minus 1: Youden's J.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => Reasons.OneClass;

    public override string Source => "W. J. Youden, Index for rating diagnostic tests, Cancer 3 (1950)";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells)
    {
        double positives = cells.TruePositives + cells.FalseNegatives, negatives = cells.TrueNegatives + cells.FalsePositives;
        return positives == 0 || negatives == 0 ? MetricValue.Missing(UndefinedWhen) : MetricValue.Of(cells.TruePositives / positives
            + cells.TrueNegatives / negatives - 1);
    }
}
