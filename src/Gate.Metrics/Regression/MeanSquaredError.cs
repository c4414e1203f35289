using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanSquaredError : MeanMetric
{
    public override string Name => "mean_squared_error";

    public override IReadOnlyList<string> Aliases => ["mse"];

    public override string Definition => "The mean squared distance of the predicted number from the true one.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, mean_squared_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double error = sample.Estimates![row] - sample.Targets![row];
        terms[0] = error * error;
        return null;
    }
}
