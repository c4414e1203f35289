using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class SymmetricMeanAbsolutePercentageError : MeanMetric
{
    public override string Name => "symmetric_mean_absolute_percentage_error";

    public override IReadOnlyList<string> Aliases => ["smape"];

    public override string Definition =>
        "The mean absolute error as a share of the middle of the true and the predicted size; 0 where both are 0.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, 2);

    public override string UndefinedWhen => "";

    public override string Source => "S. Makridakis, Accuracy measures, Int. J. Forecast. 9 (1993)";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        double error = Math.Abs(sample.Estimates![row] - sample.Targets![row]);
        terms[0] = error == 0 ? 0 : 2 * error / (Math.Abs(sample.Estimates[row]) + Math.Abs(sample.Targets[row]));
        return null;
    }
}
