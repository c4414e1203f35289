using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Fairness;

/// <summary>Conditional demographic disparity of labels or predictions.</summary>
internal sealed class ConditionalDemographicDisparity(bool ofPredictions) : FacetMetric
{
    public override string Name => $"conditional_demographic_disparity_in_{(ofPredictions ? "predicted_" : "")}labels";

    public override string Definition =>
        $"The group's share of the rows {(ofPredictions ? "predicted" : "labelled")} negative minus its share of those "
            + $"{(ofPredictions ? "predicted" : "labelled")} positive, within each control level, averaged over the levels by their "
            + "weight: above 0, the group gets more of the rejections than of the acceptances.";

    public override (double Low, double High) Range => (-1, 1);

    public override string UndefinedWhen => "there is no control column, or a control level has no positive or no negative outcome";

    public override MetricInputs Inputs => ofPredictions ? MetricInputs.Predictions : MetricInputs.None;

    public override string Source => "Wachter, Mittelstadt and Russell, Why fairness cannot be automated, 2021; Amazon SageMaker Clarify, "
        + (ofPredictions ? "CDDPL" : "CDDL");

    internal override bool IsSigned => true;

    internal override bool IsStratified => true;

    internal override string ShownFor(TaskType task) => ofPredictions ? "selection_rate" : "base_rate";

    internal override MetricValue Contrast(Confusion others, Confusion group)
    {
        double rejected = Outcome(others, 0) + Outcome(group, 0), accepted = Outcome(others, 1) + Outcome(group, 1);
        return accepted == 0 ? MetricValue.Missing("it has no positive outcome, so nobody has a share in them")
            : rejected == 0 ? MetricValue.Missing("it has no negative outcome, so nobody has a share in them")
            : MetricValue.Of(Outcome(group, 0) / rejected - Outcome(group, 1) / accepted);
    }

    private double Outcome(Confusion cells, int k) => ofPredictions ? cells.Predicted(k) : cells.Labelled(k);
}
