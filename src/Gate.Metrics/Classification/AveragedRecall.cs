using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

/// <summary>recall_micro, recall_macro and recall_weighted.</summary>
internal sealed class AveragedRecall(Average average) : CountMetric
{
    public override string Name => $"recall_{PerClass.Suffix(average)}";

    public override string Definition => $"Recall of each class against the others, {PerClass.Words(average)}.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => average == Average.Macro ? "a predicted class has no rows" : "";

    public override string Source => "scikit-learn, recall_score(average=…)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Classification;

    public override IReadOnlyList<TaskType> ReportedFor => TaskTypes.Multiclass;

    internal override MetricValue Compute(Confusion cells) =>
        PerClass.Of(average, cells, static (cells, k) => (cells.Hit(k), cells.Labelled(k)), "a predicted class has no rows");
}
