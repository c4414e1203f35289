using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class BalancedAccuracyAdjusted : CountMetric
{
    private static readonly BalancedAccuracy unadjusted = new();

    public override string Name => "balanced_accuracy_adjusted";

    public override string Definition =>
        "Balanced accuracy, stretched so that guessing is 0 and perfection 1; with two classes it is Youden's J.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => unadjusted.UndefinedWhen;

    public override string Source => "scikit-learn, balanced_accuracy_score(adjusted=True)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells)
    {
        MetricValue plain = unadjusted.Compute(cells);
        if (!plain.IsDefined) return plain;
        int classes = 0;
        for (int k = 0; k < cells.Classes; k++)
            if (cells.Labelled(k) > 0) classes++;
        double chance = 1.0 / classes;
        return MetricValue.Of((plain.Number - chance) / (1 - chance));
    }
}
