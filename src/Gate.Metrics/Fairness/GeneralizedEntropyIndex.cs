using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class GeneralizedEntropyIndex(double alpha = 2) : CountMetric
{
    public override string Name => "generalized_entropy_index";

    public override IReadOnlyList<string> Aliases => ["ge"];

    public override string Definition =>
        "How unequally the rows benefit, a benefit being the predicted minus the true class plus 1: the mean of ((b / mean b)^alpha - 1) / "
        + "(alpha (alpha - 1)). 0 when all benefit alike.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "all rows are false negatives, or there is one and alpha is not above 0";

    public override string Source =>
        "Speicher et al., A unified approach to quantifying algorithmic unfairness, KDD 2018; Amazon "
        + "SageMaker Clarify, Generalized Entropy (GE)";

    public override IReadOnlyList<MetricParameter> Parameters => GeneralizedEntropy.Parameters;

    public override IReadOnlyList<double> ParameterValues => [alpha];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new GeneralizedEntropyIndex(values[0]);

    internal override MetricValue Compute(Confusion cells) => GeneralizedEntropy.Of(cells, alpha);
}
