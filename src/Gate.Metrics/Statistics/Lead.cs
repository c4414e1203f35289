using Gate.Metrics.Intervals;
using Gate.Metrics.Rows;
using Gate.Metrics.Scores;

namespace Gate.Metrics.Statistics;

/// <summary>Positives and negatives by falling score, in places of about equally many rows.</summary>
/// <param name="Positives">The weight of positives in each place.</param>
/// <param name="Negatives">The weight of negatives.</param>
/// <param name="EffectivePositives">The effective number of positive rows.</param>
/// <param name="EffectiveNegatives">The effective number of negative rows.</param>
/// <param name="Largest">Where they lead by most.</param>
internal sealed record Lead(IReadOnlyList<double> Positives, IReadOnlyList<double> Negatives, double EffectivePositives,
    double EffectiveNegatives, LargestLead Largest)
{
    // A lead read off so many places is as large as one read off all rows, but for less than the noise in one of them.
    private const int MostPlaces = 128;

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
        LargestLead largest = LargestLead.Of(rows, all, others);
        List<double> ofPositives = [], ofNegatives = [];
        (double found, double wrong) = (0, 0);
        for (int i = 0; i < weights.Length; i++)
        {
            (found, wrong) = (found + weights[i] * positives[i], wrong + weights[i] * (1 - positives[i]));
            bool isFull = found + wrong >= (all + others) / MostPlaces || i == weights.Length - 1 || i == largest.Row;
            if (!isFull || !rows.EndsTie[i]) continue;
            ofPositives.Add(found);
            ofNegatives.Add(wrong);
            (found, wrong) = (0, 0);
        }
        return new(ofPositives, ofNegatives, EffectiveSize.Of(all, allSquares), EffectiveSize.Of(others, otherSquares), largest);
    }
}
