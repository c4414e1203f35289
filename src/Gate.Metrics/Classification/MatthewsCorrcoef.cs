using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class MatthewsCorrcoef : CountMetric
{
    public override string Name => "matthews_corrcoef";

    public override string Definition => "The correlation between labels and predictions: 1 perfect, 0 no better than chance.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "only one class among the labels or among the predictions";

    public override string Source => "scikit-learn, matthews_corrcoef; J. Gorodkin, Comput. Biol. Chem. 28 (2004)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells)
    {
        double total = cells.Total, agreement = 0, labels = 0, predictions = 0;
        int labelClasses = 0, predictedClasses = 0;
        for (int k = 0; k < cells.Classes; k++)
        {
            double labelled = cells.Labelled(k), predicted = cells.Predicted(k);
            agreement += labelled * predicted;
            labels += labelled * (total - labelled);
            predictions += predicted * (total - predicted);
            if (labelled > 0) labelClasses++;
            if (predicted > 0) predictedClasses++;
        }
        return labelClasses < 2 || predictedClasses < 2
            ? MetricValue.Missing(total > 0 ? UndefinedWhen : Reasons.NoRows)
            : MetricValue.Of((cells.Correct * total - agreement) / Math.Sqrt(labels * predictions));
    }
}
