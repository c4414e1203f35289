using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class TprAtFpr(double maxFpr = 0.1) : RankedMetric
{
    public override string Name => "tpr_at_fpr";

    public override string Definition =>
        "The best true positive rate of all thresholds whose false positive rate is at most the given one; "
        + "thresholds that occur, nothing between them.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.OneClass;

    public override string Source => "scikit-learn, roc_curve";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    public override IReadOnlyList<MetricParameter> Parameters => [new("max_fpr", 0.1, 0, 1, false, "The largest false positive rate.")];

    public override IReadOnlyList<double> ParameterValues => [maxFpr];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new TprAtFpr(values[0]);

    internal override bool IsShareAtCut => true;

    internal override MetricValue Compute(RankedRows rows)
    {
        (double all, double others) = RankedTotals.Of(rows);
        if (all == 0 || others == 0) return MetricValue.Missing(UndefinedWhen);
        double found = 0, wrong = 0, best = 0, most = maxFpr * others * (1 + Quantiles.Rounding);
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            found += rows.Weights[i] * rows.Positives[i];
            wrong += rows.Weights[i] * (1 - rows.Positives[i]);
            if (rows.EndsTie[i] && wrong <= most) best = found;
        }
        return MetricValue.Of(best / all);
    }
}
