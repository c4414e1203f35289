using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class ExplainedVariance : MeanMetric
{
    public override string Name => "explained_variance";

    public override IReadOnlyList<string> Aliases => ["explained_variance_score"];

    public override string Definition =>
        "The share of the variance of the true numbers that is not left in the errors: as r2, but a constant error costs nothing.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => "fewer than two rows, or all true values are equal";

    public override string Source => "scikit-learn, explained_variance_score";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override int Terms => 4;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        // Distances from the first row's: the variances below then do not drown in the size of the numbers.
        double target = sample.Targets![row] - sample.Targets[0], error = sample.Estimates![row] - sample.Targets[row]
            - (sample.Estimates[0] - sample.Targets[0]);
        terms[0] = error;
        terms[1] = error * error;
        terms[2] = target;
        terms[3] = target * target;
        return null;
    }

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows)
    {
        if (rows < 2) return MetricValue.Missing("fewer than two rows");
        double left = means[1] - means[0] * means[0], variance = means[3] - means[2] * means[2];
        // What rounding leaves of the variance of equal numbers is below this.
        return variance <= 1e-13 * means[3] ? MetricValue.Missing("all true values are equal") : MetricValue.Of(
            1 - Math.Max(0, left) / variance);
    }
}
