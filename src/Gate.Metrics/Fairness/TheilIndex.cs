using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class TheilIndex : CountMetric
{
    public override string Name => "theil_index";

    public override string Definition =>
        "The generalised entropy of benefits with alpha 1: the mean of (b / mean b) log (b / mean b), where a benefit b is the predicted "
        + "minus the true class plus 1.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "all rows are false negatives";

    public override string Source =>
        "Speicher et al., A unified approach to quantifying algorithmic unfairness, KDD 2018; AIF360, theil_index";

    internal override MetricValue Compute(Confusion cells) => GeneralizedEntropy.Of(cells, 1);
}
