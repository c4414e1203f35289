using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class CoefficientOfVariation : CountMetric
{
    public override string Name => "coefficient_of_variation";

    public override string Definition =>
        "The standard deviation of the benefits over their mean, a benefit being the predicted minus the true class plus 1; the square "
        + "root of twice the generalised entropy with alpha 2.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "all rows are false negatives";

    public override string Source => "Speicher et al., KDD 2018; AIF360's coefficient_of_variation is larger by the square root of 2";

    internal override MetricValue Compute(Confusion cells) => GeneralizedEntropy.Of(cells, 2) is { IsDefined: true } entropy
        ? MetricValue.Of(Math.Sqrt(2 * entropy.Number)) : GeneralizedEntropy.Of(cells, 2);
}
