using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanTweedieDeviance(double power = 1.5) : MeanMetric
{
    public override string Name => "mean_tweedie_deviance";

    public override string Definition =>
        "The mean Tweedie deviance of the true numbers from the predicted ones: power 1 is the Poisson deviance, 2 the gamma deviance, in "
        + "between for amounts that are often 0.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => Tweedie.Outside(power);

    public override string Source => "scikit-learn, mean_tweedie_deviance; B. Jørgensen, J. R. Stat. Soc. B 49 (1987)";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => Tweedie.Parameter;

    public override IReadOnlyList<double> ParameterValues => [power];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new MeanTweedieDeviance(values[0]);

    internal override string? Read(Sample sample, int row, Span<double> terms) => Tweedie.Read(sample, row, power, terms);
}
