using Gate.Data;
using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>A count metric of one class of many against the others.</summary>
internal sealed class OneVsRestCount(CountMetric metric, int code, string name) : CountMetric
{
    public override string Name => ClassAgainstRest.Name(metric, name);

    public override string Definition => ClassAgainstRest.Definition(metric, name);

    public override Direction Direction => metric.Direction;

    public override (double Low, double High) Range => metric.Range;

    public override string UndefinedWhen => ClassAgainstRest.UndefinedWhen(metric, name);

    public override string Source => metric.Source;

    public override MetricInputs Inputs => metric.Inputs;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => metric.Needs;

    public override IReadOnlyList<MetricParameter> Parameters => metric.Parameters;

    public override IReadOnlyList<double> ParameterValues => metric.ParameterValues;

    protected override Metric Parameterised(IReadOnlyList<double> values) => ClassAgainstRest.Parameterised(metric, values, code, name);

    internal override MetricValue Compute(Confusion cells)
    {
        Span<double> room = stackalloc double[4];
        MetricValue value = metric.Compute(ClassAgainstRest.Fold(cells, code, room));
        return value.IsDefined ? value : MetricValue.Missing(ClassAgainstRest.Reason(value.Undefined!, name));
    }
}
