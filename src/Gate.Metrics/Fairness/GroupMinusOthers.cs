using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>A count-based metric of the group minus that of the others: the sign that SageMaker Clarify gives to differences of
/// rejections.</summary>
internal sealed class GroupMinusOthers(string name, CountMetric metric, string definition, string undefinedWhen, string source)
    : FacetMetric
{
    public override string Name => name;

    public override string Definition => definition;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override string UndefinedWhen => undefinedWhen;

    public override string Source => source;

    public override EvidenceNeeds Needs => metric.Needs;

    internal override bool IsSigned => true;

    internal override string ShownFor(TaskType task) => metric.Name;

    internal override MetricValue Contrast(Confusion others, Confusion group)
    {
        MetricValue a = metric.Compute(others), d = metric.Compute(group);
        return !d.IsDefined ? d : !a.IsDefined ? MetricValue.Missing($"of the others: {a.Undefined}") : MetricValue.Of(d.Number - a.Number);
    }
}
