using Gate.Data;
using Gate.Metrics.Kinds;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Regression;

internal sealed class MedianAbsoluteError : RankedMetric
{
    public override string Name => "median_absolute_error";

    public override IReadOnlyList<string> Aliases => ["medae"];

    public override string Definition =>
        "The median distance of the predicted number from the true one. With weights, the smallest distance "
        + "that half of the weight does not exceed.";

    public override Direction Direction => Direction.LowerIsBetter;

    public override (double Low, double High) Range => (0, double.PositiveInfinity);

    public override MetricUnit Unit => MetricUnit.Label;

    public override string UndefinedWhen => "";

    public override string Source => "scikit-learn, median_absolute_error";

    public override MetricInputs Inputs => MetricInputs.Values;

    public override IReadOnlyList<TaskType> Tasks => TaskTypes.Regression;

    internal override RankBy RankBy => RankBy.AbsoluteError;

    internal override MetricValue Compute(RankedRows rows)
    {
        double total = 0, sum = 0;
        foreach (double weight in rows.Weights) total += weight;
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            sum += rows.Weights[i];
            if (rows.Weights[i] == 0 || sum < total / 2) continue;
            // Without weights an even number of rows has two middle ones, as in numpy.median; with weights scikit-learn takes the lower.
            return MetricValue.Of(rows.Weighted || sum > total / 2 ? rows.Keys[i] : (rows.Keys[i] + Next(rows, i)) / 2);
        }
        return MetricValue.Missing(Reasons.NoRows);
    }

    private static double Next(RankedRows rows, int at)
    {
        for (int i = at + 1; i < rows.Weights.Length; i++)
            if (rows.Weights[i] > 0) return rows.Keys[i];
        return rows.Keys[at];
    }
}
