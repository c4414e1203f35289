using Gate.Data;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Regression;

internal sealed class MeanPinballLoss(double alpha = 0.5) : MeanMetric
{
    public override string Name => "mean_pinball_loss";

    public override string Definition =>
        "The mean distance of the predicted number from the true one, a true number above the prediction counting α times and one below it "
        + "1 − α times: what a model of the quantile α minimises.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, mean_pinball_loss; R. Koenker and G. Bassett, Econometrica 46 (1978)";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override IReadOnlyList<MetricParameter> Parameters => MeanPinballLoss.Alpha;

    public override IReadOnlyList<double> ParameterValues => [alpha];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new MeanPinballLoss(values[0]);

    internal static IReadOnlyList<MetricParameter> Alpha { get; } = [new("alpha", 0.5, 0, 1, false, "The quantile that is predicted.")];

    internal override string? Read(Sample sample, int row, Span<double> terms)
    {
        terms[0] = Loss(sample.Targets![row], sample.Estimates![row], alpha);
        return null;
    }

    internal static double Loss(double target, double estimate, double alpha) =>
        target >= estimate ? alpha * (target - estimate) : (1 - alpha) * (estimate - target);
}
