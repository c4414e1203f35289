using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class PrAuc : RankedMetric
{
    public override string Name => "pr_auc";

    public override string Definition =>
        "The area under the precision-recall curve by trapezoids; it leans high where thresholds are few, average_precision does not.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive rows";

    public override string Source => "scikit-learn, auc(recall, precision) of precision_recall_curve";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override MetricValue Compute(RankedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, positives = rows.Positives;
        double found = 0, seen = 0, tied = 0, before = 1, sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            tied += weights[i] * positives[i];
            seen += weights[i];
            if (!rows.EndsTie[i] || seen == 0) continue;
            found += tied;
            double precision = found / seen;
            sum += tied * (before + precision) / 2;
            (before, tied) = (precision, 0);
        }
        return MetricValue.Ratio(sum, found, UndefinedWhen);
    }
}
