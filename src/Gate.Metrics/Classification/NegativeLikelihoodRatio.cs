using Gate.Data;
using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class NegativeLikelihoodRatio : CountMetric
{
    public override string Name => "negative_likelihood_ratio";

    public override IReadOnlyList<string> Aliases => ["lr_minus"];

    public override string Definition =>
        "How many times likelier a positive row is to be predicted negative than a negative one: the false negative "
        + "rate over specificity. 1 says nothing.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override string UndefinedWhen => "no positive or no negative rows, or no negative row is predicted negative";

    public override string Source => "scikit-learn, class_likelihood_ratios";

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override MetricValue Compute(Confusion cells) => MetricValue.Ratio(
        cells.FalseNegatives * (cells.TrueNegatives + cells.FalsePositives),
            cells.TrueNegatives * (cells.TruePositives + cells.FalseNegatives), UndefinedWhen);
}
