using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class RootMeanSquaredError : MeanMetric
{
    public override string Name => "root_mean_squared_error";

    public override IReadOnlyList<string> Aliases => ["rmse"];

    public override string Definition => "The square root of the mean squared error, in the unit of the target.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, mean_squared_error(squared=False)";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double error = sample.Estimates![row] - sample.Targets![row];
        terms[0] = error * error;
        return null;
    }

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows) => MetricValue.Of(Math.Sqrt(means[0]));
}
