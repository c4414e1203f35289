using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class PartialRocAuc(double maxFpr = 0.1) : RankedMetric
{
    public override string Name => "partial_roc_auc";

    public override string Definition =>
        "The area under the ROC curve up to a false positive rate, scaled so that guessing is 0.5 and perfection 1.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.OneClass;

    public override string Source => "scikit-learn, roc_auc_score(max_fpr=…); D. K. McClish, Med. Decis. Making 9 (1989)";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override IReadOnlyList<TaskType> ReportedFor => [];

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    public override IReadOnlyList<MetricParameter> Parameters =>
        [new("max_fpr", 0.1, 0.0001, 1, false, "The largest false positive rate.")];

    public override IReadOnlyList<double> ParameterValues => [maxFpr];

    protected override Metric Parameterised(IReadOnlyList<double> values) => new PartialRocAuc(values[0]);

    internal override MetricValue Compute(RankedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, positives = rows.Positives;
        (double all, double others) = RankedTotals.Of(rows);
        if (all == 0 || others == 0) return MetricValue.Missing(UndefinedWhen);
        double most = maxFpr * others, found = 0, wrong = 0, tied = 0, tiedWrong = 0, area = 0;
        for (int i = 0; i < weights.Length && wrong < most; i++)
        {
            tied += weights[i] * positives[i];
            tiedWrong += weights[i] * (1 - positives[i]);
            if (!rows.EndsTie[i]) continue;
            // The part of this step of the curve that lies within the false positive rate.
            double share = wrong + tiedWrong <= most ? 1 : (most - wrong) / tiedWrong;
            area += share * tiedWrong * (found + share * tied / 2);
            found += tied;
            wrong += tiedWrong;
            tied = tiedWrong = 0;
        }
        double partial = area / (all * others), guess = maxFpr * maxFpr / 2;
        return MetricValue.Of((1 + (partial - guess) / (maxFpr - guess)) / 2);
    }
}
