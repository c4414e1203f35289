using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class PrecisionAtRecall(double minRecall = 0.8) : RankedMetric
{
    public override string Name => "precision_at_recall";

    public override string Definition => "The best precision of all thresholds that reach a recall.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive rows";

    public override string Source => "scikit-learn, precision_recall_curve";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    public override IReadOnlyList<MetricParameter> Parameters => [new("min_recall", 0.8, 0, 1, false, "The recall that must be reached.")];

    public override IReadOnlyList<double> ParameterValues => [minRecall];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new PrecisionAtRecall(values[0]);

    internal override bool IsShareAtCut => true;

    internal override MetricValue Compute(RankedRows rows)
    {
        (double all, _) = RankedTotals.Of(rows);
        if (all == 0) return MetricValue.Missing(UndefinedWhen);
        double found = 0, seen = 0, best = 0, wanted = minRecall * all * (1 - Quantiles.Rounding);
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            found += rows.Weights[i] * rows.Positives[i];
            seen += rows.Weights[i];
            if (rows.EndsTie[i] && seen > 0 && found >= wanted) best = Math.Max(best, found / seen);
        }
        return MetricValue.Of(best);
    }
}
