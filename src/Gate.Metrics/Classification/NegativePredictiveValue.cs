using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;

namespace Gate.Metrics.Classification;

internal sealed class NegativePredictiveValue : RateMetric
{
    public override string Name => "negative_predictive_value";

    public override IReadOnlyList<string> Aliases => ["npv"];

    public override string Definition => "Among rows predicted negative, the share whose label is negative.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override string UndefinedWhen => "no predicted negative rows";

    public override string Source => "scikit-learn, precision_score(pos_label=0)";

    internal override (double Hits, double Trials) Share(Confusion cells) =>
        (cells.TrueNegatives, cells.TrueNegatives + cells.FalseNegatives);
}
