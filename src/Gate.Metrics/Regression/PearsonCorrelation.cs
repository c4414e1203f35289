using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class PearsonCorrelation : MeanMetric
{
    public override string Name => "pearson_correlation";

    public override IReadOnlyList<string> Aliases => ["pearson_r"];

    public override string Definition => "The linear correlation of predicted and true numbers: 1 on one rising line, 0 none.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "fewer than two rows, or all true or all predicted values are equal";

    public override string Source => "scipy, pearsonr";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override int Terms => 5;

    /// <summary>The number has bounds, what rows add to it has none.</summary>
    internal override bool IsLightTailed => false;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        // Distances from the first row's: the variances below then do not drown in the size of the numbers.
        double target = sample.Targets![row] - sample.Targets[0], estimate = sample.Estimates![row] - sample.Estimates[0];
        terms[0] = target;
        terms[1] = estimate;
        terms[2] = target * target;
        terms[3] = estimate * estimate;
        terms[4] = target * estimate;
        return null;
    }

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows)
    {
        if (rows < 2) return MetricValue.Missing("fewer than two rows");
        double targets = means[2] - means[0] * means[0], estimates = means[3] - means[1] * means[1];
        // What rounding leaves of the variance of equal numbers is below this.
        if (targets <= 1e-13 * means[2]) return MetricValue.Missing("all true values are equal");
        if (estimates <= 1e-13 * means[3]) return MetricValue.Missing("all predicted values are equal");
        return MetricValue.Of(Math.Clamp((means[4] - means[0] * means[1]) / Math.Sqrt(targets * estimates), -1, 1));
    }
}
