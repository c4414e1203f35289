using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class PositiveLikelihoodRatio : CountMetric
{
    public override string Name => "positive_likelihood_ratio";

    public override IReadOnlyList<string> Aliases => ["lr_plus"];

    public override string Definition =>
        "How many times likelier a positive row is to be predicted positive than a negative one: recall over "
        + "the false positive rate. 1 says nothing.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "no positive or no negative rows, or no negative row is predicted positive";

    public override string Source => "scikit-learn, class_likelihood_ratios";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells) => MetricValue.Ratio(
        cells.TruePositives * (cells.TrueNegatives + cells.FalsePositives),
            cells.FalsePositives * (cells.TruePositives + cells.FalseNegatives), UndefinedWhen);
}
