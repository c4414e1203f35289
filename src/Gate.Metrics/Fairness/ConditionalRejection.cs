using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class ConditionalRejection : CountMetric
{
    public override string Name => "conditional_rejection";

    public override string Definition =>
        "Rows whose label is negative over rows predicted negative: above 1, the model rejects fewer than the labels do.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "no predicted negative rows";

    public override string Source => "Amazon SageMaker Clarify, Difference in Conditional Rejection (DCR)";

    public override EvidenceNeeds Needs => EvidenceNeeds.Rows;

    internal override MetricValue Compute(Confusion cells) => MetricValue.Ratio(cells.Labelled(0), cells.Predicted(0), UndefinedWhen);
}
