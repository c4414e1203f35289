using Gate.Data;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Kinds;

/// <summary>A metric of ranked scores of one class of many against the others.</summary>
internal sealed class OneVsRestRanked(RankedMetric metric, int code, string name) : OrderedMetric
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

    internal override RowOrder Order => RowOrder.ClassScore;

    internal override IReadOnlyList<int> ClassesOf(Sample sample) => [code];

    internal override string? Read(Sample sample, int row, int code, Span<double> terms)
    {
        terms[0] = sample.Labels![row] == code ? 1 : 0;
        return null;
    }

    internal override MetricValue Compute(OrderedRows rows)
    {
        MetricValue value = metric.Compute(new RankedRows(rows.Keys, rows.Weights, rows.Term(0), rows.EndsTie, weighted: false));
        return value.IsDefined ? value : MetricValue.Missing(ClassAgainstRest.Reason(value.Undefined!, name));
    }
}
