using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class CohenKappa : CountMetric
{
    public override string Name => "cohen_kappa";

    public override IReadOnlyList<string> Aliases => ["cohen_kappa_score"];

    public override string Definition => "Agreement of labels and predictions beyond chance: 1 perfect, 0 as by chance.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "labels and predictions are all of one and the same class";

    public override string Source => "scikit-learn, cohen_kappa_score; J. Cohen, Educ. Psychol. Meas. 20 (1960)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells)
    {
        double total = cells.Total, disagreement = 0;
        if (total == 0) return MetricValue.Missing(Reasons.NoRows);
        for (int k = 0; k < cells.Classes; k++) disagreement += cells.Labelled(k) * (total - cells.Predicted(k));
        double observed = cells.Wrong / total, expected = disagreement / (total * total);
        return expected == 0 ? MetricValue.Missing(UndefinedWhen) : MetricValue.Of(1 - observed / expected);
    }
}
