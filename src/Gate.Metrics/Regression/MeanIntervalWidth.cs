using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanIntervalWidth : MeanMetric
{
    public override string Name => "mean_interval_width";

    public override string Definition => "The mean width of the prediction intervals, in the unit of the target.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "a row's interval has its lower end above its upper";

    public override string Source => "T. Gneiting and A. E. Raftery, J. Am. Stat. Assoc. 102 (2007)";

    public override MetricInputs Inputs => MetricInputs.IntervalEnds;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[0] = sample.Upper![row] - sample.Lower![row];
        return terms[0] < 0 ? UndefinedWhen : null;
    }
}
