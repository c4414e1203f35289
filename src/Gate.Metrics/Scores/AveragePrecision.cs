using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

internal sealed class AveragePrecision : RankedMetric
{
    public override string Name => "average_precision";

    public override IReadOnlyList<string> Aliases => ["average_precision_score"];

    public override string Definition => "The precision at each score threshold, weighted by how much recall rises there.";

    public override Direction Direction => Direction.HigherIsBetter;

    public override (double Low, double High) Range => (0, 1);

    public override string UndefinedWhen => "no positive rows";

    public override string Source => "scikit-learn, average_precision_score";

    public override MetricInputs Inputs => MetricInputs.Scores;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Binary;

    public override EvidenceNeeds Needs => EvidenceNeeds.Positives;

    internal override MetricValue Compute(RankedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, positives = rows.Positives;
        ReadOnlySpan<bool> endsTie = rows.EndsTie;
        double found = 0, seen = 0, tied = 0, sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            tied += weights[i] * positives[i];
            seen += weights[i];
            if (!endsTie[i]) continue;
            found += tied;
            // With nothing seen yet nothing is tied either; dividing by 1 then keeps the loop without a branch.
            sum += tied * (found / (seen > 0 ? seen : 1));
            tied = 0;
        }
        return MetricValue.Ratio(sum, found, UndefinedWhen);
    }
}
