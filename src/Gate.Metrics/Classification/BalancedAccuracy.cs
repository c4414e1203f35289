using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class BalancedAccuracy : CountMetric
{
    public override string Name => "balanced_accuracy";

    public override IReadOnlyList<string> Aliases => ["balanced_accuracy_score"];

    public override string Definition => "The mean over the classes of the share of each class's rows that are predicted as it.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "a class has no rows (in a multiclass task: a class that is predicted, or all but one)";

    public override string Source => "scikit-learn, balanced_accuracy_score";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells)
    {
        double sum = 0;
        int classes = 0;
        for (int k = 0; k < cells.Classes; k++)
        {
            double labelled = cells.Labelled(k);
            if (labelled > 0)
            {
                sum += cells.Hit(k) / labelled;
                classes++;
            }
            else if (cells.Predicted(k) > 0)
                return MetricValue.Missing(cells.Classes == 2 ? Reasons.OneClass : "a predicted class has no rows");
        }
        return classes < 2 ? MetricValue.Missing(classes == 0 ? Reasons.NoRows : Reasons.OneClass) : MetricValue.Of(sum / classes);
    }
}
