using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanAbsolutePercentageError : MeanMetric
{
    public override string Name => "mean_absolute_percentage_error";

    public override IReadOnlyList<string> Aliases => ["mape"];

    public override string Definition => "The mean absolute error as a share of the true number (1 is 100 %).";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "a true value is 0";

    public override string Source => "scikit-learn, mean_absolute_percentage_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double target = sample.Targets![row];
        terms[0] = Math.Abs((sample.Estimates![row] - target) / target);
        return target == 0 ? UndefinedWhen : null;
    }
}
