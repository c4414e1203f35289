using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class MeanPrediction : MeanMetric
{
    public override string Name => "mean_prediction";

    public override string Definition =>
        "The mean of the predicted numbers; in a binary task of the predicted classes as 0 and 1, which is the selection rate.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (double.NegativeInfinity, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "Fairlearn, mean_prediction";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.BinaryAndRegression;

    public override IReadOnlyList<TaskType> ReportedFor => TaskTypes.Regression;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[0] = sample.Estimates is null ? sample.Predictions![row] : sample.Estimates[row];
        return null;
    }
}
