using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanAbsoluteError : MeanMetric
{
    public override string Name => "mean_absolute_error";

    public override IReadOnlyList<string> Aliases => ["mae"];

    public override string Definition => "The mean distance of the predicted number from the true one.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, mean_absolute_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[0] = Math.Abs(sample.Estimates![row] - sample.Targets![row]);
        return null;
    }
}
