using Gate.Data;
using Gate.Metrics.Cells;

namespace Gate.Metrics.Kinds;

/// <summary>A rate of one class of many against the others: still hits among trials, so its interval is that of a rate.</summary>
internal sealed class OneVsRestRate(RateMetric metric, int code, string name) : RateMetric
{
    public override string Name => ClassAgainstRest.Name(metric, name);

    public override string Definition => ClassAgainstRest.Definition(metric, name);

    public override Direction Direction => metric.Direction;

    public override string UndefinedWhen => ClassAgainstRest.UndefinedWhen(metric, name);

    public override string Source => metric.Source;

    public override MetricInputs Inputs => metric.Inputs;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Multiclass;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => metric.Needs;

    public override IReadOnlyList<MetricParameter> Parameters => metric.Parameters;

    public override IReadOnlyList<double> ParameterValues => metric.ParameterValues;

    protected override Metric Parameterised(IReadOnlyList<double> values) => ClassAgainstRest.Parameterised(metric, values, code, name);

    internal override (double Hits, double Trials) Share(Confusion cells)
    {
        Span<double> room = stackalloc double[4];
        return metric.Share(ClassAgainstRest.Fold(cells, code, room));
    }
}
