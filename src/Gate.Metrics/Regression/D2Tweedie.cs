using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class D2Tweedie(double power = 1.5) : MeanMetric
{
    public override string Name => "d2_tweedie";

    public override IReadOnlyList<string> Aliases => ["d2_tweedie_score"];

    public override string Definition =>
        "The share of the mean Tweedie deviance of the mean of the true numbers that the model saves: 1 perfect, 0 "
        + "no better than the mean, negative worse.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (double.NegativeInfinity, 1);

    public override string UndefinedWhen => $"fewer than two rows, all true values are equal, or {Tweedie.Outside(power)}";

    public override string Source => "scikit-learn, d2_tweedie_score";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => Tweedie.Parameter;

    public override IReadOnlyList<double> ParameterValues => [power];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new D2Tweedie(values[0]);

    internal override int Terms => 3;

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[1] = sample.Targets![row];
        terms[2] = Tweedie.OfTarget(sample.Targets[row], power);
        return Tweedie.Read(sample, row, power, terms);
    }

    internal override MetricValue Finish(ReadOnlySpan<double> means, double rows)
    {
        if (rows < 2) return MetricValue.Missing("fewer than two rows");
        double constant = Tweedie.OfMean(means[1], means[2], power);
        // What rounding leaves of the deviance of equal numbers is below this.
        return constant <= 1e-13 * (Math.Abs(means[2]) + means[1]) ? MetricValue.Missing("all true values are equal") : MetricValue.Of(
            1 - means[0] / constant);
    }
}
