using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

/// <summary>The weight of positives and of negatives among ranked rows.</summary>
internal static class RankedTotals
{
    public static (double Positives, double Negatives) Of(RankedRows rows)
    {
        double positives = 0, negatives = 0;
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            positives += rows.Weights[i] * rows.Positives[i];
            negatives += rows.Weights[i] * (1 - rows.Positives[i]);
        }
        return (positives, negatives);
    }
}
