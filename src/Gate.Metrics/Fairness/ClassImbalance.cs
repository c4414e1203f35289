using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>How much smaller a group is than the others: a fact of the rows at hand, like their count, and so without an
/// interval.</summary>
internal sealed class ClassImbalance : FacetMetric
{
    public override string Name => "class_imbalance";

    public override string Definition =>
        "The rows (their weight) of the reference, or all other rows, minus those of the group, over both together: near 1, hardly any row "
        + "is of the group. It has no interval.";

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "there is nothing to compare with";

    public override string Source => "Amazon SageMaker Clarify, Class Imbalance (CI)";

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.All;

    public override MetricInputs Inputs => MetricInputs.None;

    public override bool IsExact => true;

    internal override bool IsSigned => true;

    internal override string ShownFor(TaskType task) => "count";

    internal override MetricValue Contrast(Confusion others, Confusion group)
    {
        double a = others.Total, d = group.Total;
        return MetricValue.Of((a - d) / (a + d));
    }
}
