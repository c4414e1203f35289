using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class MeanBenefit : CountMetric
{
    public override string Name => "mean_benefit";

    public override string Definition =>
        "The mean of the predicted minus the true class plus 1: above 1, more rows are selected than are positive.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (0, 2);

    public override string UndefinedWhen => "";

    public override string Source => "Speicher et al., A unified approach to quantifying algorithmic unfairness, KDD 2018";

    internal override MetricValue Compute(Confusion cells) => MetricValue.Ratio(Benefits.Sum(cells), cells.Total, Reasons.NoRows);
}
