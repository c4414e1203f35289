using Gate.Data;
using Gate.Data.Numerics;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanSquaredLogError : MeanMetric
{
    public override string Name => "mean_squared_log_error";

    public override IReadOnlyList<string> Aliases => ["msle"];

    public override string Definition =>
        "The mean squared distance of log(1 + predicted) from log(1 + true): relative errors weigh alike at every size.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "a true or predicted number is below 0";

    public override string Source => "scikit-learn, mean_squared_log_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double target = sample.Targets![row], estimate = sample.Estimates![row];
        if (target < 0 || estimate < 0) return UndefinedWhen;
        double error = Portable.Log(1 + estimate) - Portable.Log(1 + target);
        terms[0] = error * error;
        return null;
    }
}
