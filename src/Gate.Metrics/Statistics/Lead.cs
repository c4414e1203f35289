using Gate.Metrics.Intervals;
using Gate.Metrics.Rows;

namespace Gate.Metrics.Statistics;

/// <summary>Positives and negatives by falling score, in places of about equally many rows.</summary>
/// <param name="Positives">The weight of positives in each place.</param>
/// <param name="Negatives">The weight of negatives.</param>
/// <param name="EffectivePositives">The effective number of positive rows.</param>
/// <param name="EffectiveNegatives">The effective number of negative rows.</param>
/// <param name="TruePositiveRate">The share of positives above the threshold at which they lead by most.</param>
/// <param name="FalsePositiveRate">The share of negatives above it.</param>
internal sealed record Lead(IReadOnlyList<double> Positives, IReadOnlyList<double> Negatives, double EffectivePositives,
    double EffectiveNegatives, double TruePositiveRate, double FalsePositiveRate)
{
    // A lead read off so many places is as large as one read off all rows, but for less than the noise in one of them.
    private const int MostPlaces = 128;

    public double Largest => TruePositiveRate - FalsePositiveRate;

    /// <summary>Counts rows; one place ends where the lead is largest.</summary>
    public static Lead Of(RankedRows rows)
    {
        ReadOnlySpan<double> weights = rows.Weights, positives = rows.Positives;
        (double all, double allSquares, double others, double otherSquares) = (0, 0, 0, 0);
        for (int i = 0; i < weights.Length; i++)
        {
            double own = weights[i] * positives[i], other = weights[i] - own;
            (all, allSquares, others, otherSquares) = (all + own, allSquares + own * own, others + other, otherSquares + other * other);
        }
        (int top, double truePositives, double falsePositives) = Top(rows, all, others);
        List<double> ofPositives = [], ofNegatives = [];
        (double found, double wrong) = (0, 0);
        for (int i = 0; i < weights.Length; i++)
        {
            (found, wrong) = (found + weights[i] * positives[i], wrong + weights[i] * (1 - positives[i]));
            bool isFull = found + wrong >= (all + others) / MostPlaces || i == weights.Length - 1 || i == top;
            if (!isFull || !rows.EndsTie[i]) continue;
            ofPositives.Add(found);
            ofNegatives.Add(wrong);
            (found, wrong) = (0, 0);
        }
        return new(ofPositives, ofNegatives, EffectiveSize.Of(all, allSquares), EffectiveSize.Of(others, otherSquares),
            truePositives / all, falsePositives / others);
    }

    /// <summary>The row after which positives lead by most, with the weight of both above it; before the first where they never
    /// do.</summary>
    private static (int Row, double TruePositives, double FalsePositives) Top(RankedRows rows, double all, double others)
    {
        (int Row, double Found, double Wrong) top = (-1, 0, 0);
        double found = 0, wrong = 0, lead = 0;
        for (int i = 0; i < rows.Weights.Length; i++)
        {
            found += rows.Weights[i] * rows.Positives[i];
            wrong += rows.Weights[i] * (1 - rows.Positives[i]);
            if (!rows.EndsTie[i] || found / all - wrong / others <= lead) continue;
            lead = found / all - wrong / others;
            top = (i, found, wrong);
        }
        return top;
    }
}
