using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanPoissonDeviance : MeanMetric
{
    public override string Name => "mean_poisson_deviance";

    public override string Definition =>
        "The mean Poisson deviance of the true numbers from the predicted ones: twice the log-likelihood "
        + "lost against a perfect model; for counts.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "a true number is below 0, or a predicted one not above 0";

    public override string Source => "scikit-learn, mean_poisson_deviance";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms) => Tweedie.Read(sample, row, 1, terms);
}
