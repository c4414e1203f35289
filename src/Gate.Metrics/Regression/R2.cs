using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class R2 : MeanMetric
{
    public override string Name => "r2";

    public override IReadOnlyList<string> Aliases => ["r2_score"];

    public override string Definition =>
        "The share of the variance of the true numbers that the model explains: 1 perfect, 0 as good as their mean, negative worse.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => "fewer than two rows, or all true values are equal";

    public override string Source => "scikit-learn, r2_score";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override int Terms => 3;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        // Distances from the first target instead of 0: the variance below then does not drown in the size of the numbers.
        double target = sample.Targets![row] - sample.Targets[0], error = sample.Estimates![row] - sample.Targets[row];
        terms[0] = error * error;
        terms[1] = target;
        terms[2] = target * target;
        return null;
    }

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows)
    {
        double variance = means[2] - means[1] * means[1];
        if (rows < 2) return MetricValue.Missing("fewer than two rows");
        // What rounding leaves of the variance of equal numbers is below this.
        return variance <= 1e-13 * means[2] ? MetricValue.Missing("all true values are equal") : MetricValue.Of(1 - means[0] / variance);
    }
}
