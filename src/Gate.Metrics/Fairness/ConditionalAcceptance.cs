using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

internal sealed class ConditionalAcceptance : CountMetric
{
    public override string Name => "conditional_acceptance";

    public override string Definition =>
        "Rows whose label is positive over rows predicted positive: above 1, the model accepts fewer than the labels do.";

    public override Direction Direction => Direction.Neutral;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "no predicted positive rows";

    public override string Source => "Amazon SageMaker Clarify, Difference in Conditional Acceptance (DCAcc)";

    public override EvidenceNeeds Needs => EvidenceNeeds.PredictedPositives;

    internal override MetricValue Compute(Confusion cells) =>
        MetricValue.Ratio(cells.Labelled(Sample.Positive), cells.Predicted(Sample.Positive), UndefinedWhen);
}
