using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>jaccard_micro, jaccard_macro and jaccard_weighted.</summary>
internal sealed class AveragedJaccard(Average average) : CountMetric
{
    public override string Name => $"jaccard_{PerClass.Suffix(average)}";

    public override string Definition =>
        $"Rows of a class that were predicted as it, among rows that are of it or predicted as it, {PerClass.Words(average)}.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, jaccard_score(average=…)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => TaskTypes.Multiclass;

    internal override MetricValue Compute(Confusion cells) =>
        PerClass.Of(average, cells, static (cells, k) => (cells.Hit(k), cells.Labelled(k) + cells.Predicted(k) - cells.Hit(k)),
        Reasons.NoRows);
}
