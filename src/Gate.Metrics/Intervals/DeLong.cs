namespace Gate.Metrics.Intervals;

/// <summary>
/// The variance of areas under ROC curves and the covariance of two on the same rows (E. DeLong, D. DeLong and D. Clarke-Pearson,
/// Biometrics 44, 1988), from placements found in one pass over sorted rows (X. Sun and W. Xu, IEEE Signal Process. Lett. 21, 2014), here
/// with row weights.
/// </summary>
internal static class DeLong
{
    public const string Method = "delong";

    /// <summary>
    /// The placement of each row: of a positive row the weighted share of the negative rows that score lower, of a negative row that of the
    /// positive rows that score higher; equal scores count half.
    /// </summary>
    /// <param name="scores">Scores in ascending order.</param>
    /// <param name="positive">Whether each row's label is positive.</param>
    /// <param name="weights">The weight of each row.</param>
    /// <param name="placements">Where the placements go.</param>
    /// <returns>The area; NaN without positive or without negative weight.</returns>
    public static double Place(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive, ReadOnlySpan<double> weights,
        Span<double> placements)
    {
        double positives = 0, negatives = 0, positivesBelow = 0, negativesBelow = 0, sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (positive[i]) positives += weights[i];
            else negatives += weights[i];
        }
        if (positives == 0 || negatives == 0) return double.NaN;
        for (int start = 0, end; start < scores.Length; start = end)
        {
            double tiedPositives = 0, tiedNegatives = 0;
            for (end = start; end < scores.Length && scores[end] == scores[start]; end++)
            {
                if (positive[end]) tiedPositives += weights[end];
                else tiedNegatives += weights[end];
            }
            double ofPositive = (negativesBelow + tiedNegatives / 2) / negatives,
                ofNegative = (positives - positivesBelow - tiedPositives / 2) / positives;
            for (int i = start; i < end; i++) placements[i] = positive[i] ? ofPositive : ofNegative;
            sum += tiedPositives * ofPositive;
            positivesBelow += tiedPositives;
            negativesBelow += tiedNegatives;
        }
        return sum / positives;
    }

    /// <summary>The covariance of the areas of two models on the same rows; of a model with itself, its variance. NaN where a class has not
    /// more than one row (effectively).</summary>
    /// <param name="one">The placements by the one model.</param>
    /// <param name="oneArea">Its area.</param>
    /// <param name="other">The placements of the same rows by the other.</param>
    /// <param name="otherArea">Its area.</param>
    /// <param name="positive">Whether each row's label is positive.</param>
    /// <param name="weights">The weight of each row.</param>
    public static double Covariance(ReadOnlySpan<double> one, double oneArea, ReadOnlySpan<double> other, double otherArea,
        ReadOnlySpan<bool> positive, ReadOnlySpan<double> weights)
    {
        ClassSums positives = default, negatives = default;
        for (int i = 0; i < one.Length; i++)
        {
            double product = (one[i] - oneArea) * (other[i] - otherArea), weight = weights[i];
            if (positive[i]) positives.Add(weight, product);
            else negatives.Add(weight, product);
        }
        return positives.Covariance + negatives.Covariance;
    }

    private record struct ClassSums(double Weight, double Square, double Products)
    {
        public void Add(double weight, double product) =>
            (Weight, Square, Products) = (Weight + weight, Square + weight * weight, Products + weight * weight * product);

        /// <summary>Without weights Σ products / (n (n − 1)); with them n is Kish's effective size.</summary>
        public readonly double Covariance
        {
            get
            {
                double rows = EffectiveSize.Of(Weight, Square);
                return rows > 1 ? Products / (Weight * Weight) * (rows / (rows - 1)) : double.NaN;
            }
        }
    }
}
