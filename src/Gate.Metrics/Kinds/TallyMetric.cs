using Gate.Data;

namespace Gate.Metrics.Kinds;

/// <summary>A metric that is a fact of the sample, such as its number of rows: it has no uncertainty and so no interval.</summary>
internal abstract class TallyMetric : Metric
{
    public override bool IsExact => true;

    public override MetricInputs Inputs => MetricInputs.None;

    public sealed override bool NeedsRows => false;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.All;

    /// <summary>Reads the fact off.</summary>
    internal abstract double Compute(GroupCounts counts);
}
