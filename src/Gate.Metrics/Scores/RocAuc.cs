using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class RocAuc : RankedMetric
{
    public override string Name => "roc_auc";

    public override IReadOnlyList<string> Aliases => ["roc_auc_score"];

    public override string Definition =>
        "The area under the ROC curve: the probability that a positive row scores higher than a negative one, ties counting half.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => Reasons.OneClass;

    public override string Source => "scikit-learn, roc_auc_score";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives | EvidenceNeeds.Negatives;

    internal override LimitsKind LimitsKind => LimitsKind.Area;

    internal override MetricValue Compute(RankedRows rows) => Area(rows);

    /// <summary>Counts, from the highest score down, the pairs in which the positive row scores higher.</summary>
    internal static MetricValue Area(RankedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, positives = rows.Positives;
        ReadOnlySpan<bool> endsTie = rows.EndsTie;
        double above = 0, negatives = 0, tiedPositives = 0, tied = 0, pairs = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            tiedPositives += weights[i] * positives[i];
            tied += weights[i] * (1 - positives[i]);
            if (!endsTie[i]) continue;
            pairs += tied * (above + tiedPositives / 2);
            above += tiedPositives;
            negatives += tied;
            tiedPositives = tied = 0;
        }
        return above + negatives == 0 ? MetricValue.Missing(Reasons.NoRows) : MetricValue.Ratio(pairs, above * negatives, Reasons.OneClass);
    }
}
