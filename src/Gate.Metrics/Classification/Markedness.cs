using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class Markedness : CountMetric
{
    public override string Name => "markedness";

    public override string Definition => "Precision plus the negative predictive value minus 1.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "only one class among the predictions";

    public override string Source =>
        "D. M. W. Powers, Evaluation: from precision, recall and F-measure to ROC, J. Mach. Learn. Technol. 2 (2011)";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.PredictedPositives;

    internal override MetricValue Compute(Confusion cells)
    {
        double positives = cells.TruePositives + cells.FalsePositives, negatives = cells.TrueNegatives + cells.FalseNegatives;
        return positives == 0 || negatives == 0 ? MetricValue.Missing(UndefinedWhen) : MetricValue.Of(cells.TruePositives / positives
            + cells.TrueNegatives / negatives - 1);
    }
}
