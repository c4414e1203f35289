using Gate.Data;
using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>A metric of a confusion matrix: all that it needs are counts of label × prediction.</summary>
internal abstract class CountMetric : Metric
{
    public override MetricInputs Inputs => MetricInputs.Predictions;

    public sealed override bool NeedsRows => false;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    /// <inheritdoc/>
    public override Metric? OneVsRest(int code, string name) =>
        Tasks.Contains(TaskType.MulticlassClassification) ? null : new OneVsRestCount(this, code, name);

    /// <summary>Computes the metric.</summary>
    internal abstract MetricValue Compute(Confusion cells);
}
