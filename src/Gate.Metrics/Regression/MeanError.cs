using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanError : MeanMetric
{
    public override string Name => "mean_error";

    public override string Definition => "The mean of predicted minus true: above 0, the model predicts too much.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "Mean residual, e.g. Calders et al., Controlling attribute effect in linear regression, ICDM 2013";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[0] = sample.Estimates![row] - sample.Targets![row];
        return null;
    }
}
