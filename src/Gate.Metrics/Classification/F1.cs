using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class F1 : CountMetric
{
    public override string Name => "f1";

    public override IReadOnlyList<string> Aliases => ["f1_score"];

    public override string Definition => "The harmonic mean of precision and recall of the positive class: 2 TP / (2 TP + FP + FN).";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive and no predicted positive rows";

    public override string Source => "scikit-learn, f1_score";

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override MetricValue Compute(Confusion cells) =>
        MetricValue.Ratio(2 * cells.TruePositives, 2 * cells.TruePositives + cells.FalsePositives + cells.FalseNegatives, UndefinedWhen);
}
