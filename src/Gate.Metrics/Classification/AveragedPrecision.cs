using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>precision_micro, precision_macro and precision_weighted.</summary>
internal sealed class AveragedPrecision(Average average) : CountMetric
{
    public override string Name => $"precision_{PerClass.Suffix(average)}";

    public override string Definition => $"Precision of each class against the others, {PerClass.Words(average)}.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => average == Average.Micro ? "" : "a class is never predicted";

    public override string Source => "scikit-learn, precision_score(average=…)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => TaskTypes.Multiclass;

    internal override MetricValue Compute(Confusion cells) =>
        PerClass.Of(average, cells, static (cells, k) => (cells.Hit(k), cells.Predicted(k)), "a class is never predicted");
}
