using Gate.Metrics.Rows;

namespace Gate.Metrics.Scores;

/// <summary>Where the positives lead the negatives by most among rows by falling score.</summary>
/// <param name="Row">The last row above the threshold; -1 where they never lead.</param>
/// <param name="TruePositiveRate">The share of the positives' weight above it.</param>
/// <param name="FalsePositiveRate">The share of the negatives' weight above it.</param>
internal readonly record struct LargestLead(int Row, double TruePositiveRate, double FalsePositiveRate)
{
    /// <summary>By how much they lead; 0 where they never do.</summary>
    public double Size => TruePositiveRate - FalsePositiveRate;

    /// <summary>Finds it; the first of equals.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="all">The weight of the positives, above 0.</param>
    /// <param name="others">The weight of the negatives, above 0.</param>
    public static LargestLead Of(RankedRows rows, double all, double others)
    {
        ReadOnlySpan<double> weights = rows.Weights, positives = rows.Positives;
        LargestLead largest = new(-1, 0, 0);
        double found = 0, wrong = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            found += weights[i] * positives[i];
            wrong += weights[i] * (1 - positives[i]);
            if (rows.EndsTie[i] && found / all - wrong / others > largest.Size) largest = new(i, found / all, wrong / others);
        }
        return largest;
    }
}
