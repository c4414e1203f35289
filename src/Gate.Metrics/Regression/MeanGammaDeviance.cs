using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanGammaDeviance : MeanMetric
{
    public override string Name => "mean_gamma_deviance";

    public override string Definition =>
        "The mean gamma deviance of the true numbers from the predicted ones: twice the log-likelihood lost against a perfect model; for "
        + "amounts, whose relative errors weigh alike at every size.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "a true or predicted number is not above 0";

    public override string Source => "scikit-learn, mean_gamma_deviance";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    internal override string? Read(Sample sample, int row, Span<double> terms) => Tweedie.Read(sample, row, 2, terms);
}
