using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>cohen_kappa_linear and cohen_kappa_quadratic.</summary>
internal sealed class WeightedCohenKappa(bool quadratic) : CountMetric
{
    public override string Name => $"cohen_kappa_{(quadratic ? "quadratic" : "linear")}";

    public override string Definition =>
        $"Cohen's kappa of ordered classes: a wrong class counts by {(quadratic ? "the square of " : "")}how many places it is away from "
        + "the label, in the order of the classes.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "labels and predictions are all of one and the same class";

    public override string Source =>
        $"scikit-learn, cohen_kappa_score(weights='{(quadratic ? "quadratic" : "linear")}'); J. Cohen, Psychol. Bull. 70 (1968)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells)
    {
        double total = cells.Total, observed = cells.Distances(quadratic), expected = 0;
        if (total == 0) return MetricValue.Missing(Reasons.NoRows);
        var predicted = new double[cells.Classes];
        for (int j = 0; j < predicted.Length; j++) predicted[j] = cells.Predicted(j);
        for (int k = 0; k < cells.Classes; k++)
        {
            double labelled = cells.Labelled(k);
            for (int j = 0; j < predicted.Length; j++)
            {
                double distance = quadratic ? (double)(k - j) * (k - j) : Math.Abs(k - j);
                expected += distance * labelled * predicted[j];
            }
        }
        return MetricValue.Ratio(observed * total, expected, UndefinedWhen) is { IsDefined: true } ratio
            ? MetricValue.Of(1 - ratio.Number) : MetricValue.Missing(UndefinedWhen);
    }
}
