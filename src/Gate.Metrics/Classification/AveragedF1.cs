using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>f1_micro, f1_macro and f1_weighted.</summary>
internal sealed class AveragedF1(Average average) : CountMetric
{
    public override string Name => $"f1_{PerClass.Suffix(average)}";

    public override string Definition => $"F1 of each class against the others, {PerClass.Words(average)}.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, f1_score(average=…)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => TaskTypes.Multiclass;

    internal override MetricValue Compute(Confusion cells) =>
        PerClass.Of(average, cells, static (cells, k) => (2 * cells.Hit(k), cells.Labelled(k) + cells.Predicted(k)), Reasons.NoRows);
}
