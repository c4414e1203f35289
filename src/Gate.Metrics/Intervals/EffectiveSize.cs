namespace Gate.Metrics.Intervals;

/// <summary>How many rows of equal weight say as much as rows with weights.</summary>
internal static class EffectiveSize
{
    /// <summary>Kish's: the square of the sum of weights over the sum of their squares. Right where weights have nothing to do with what is
    /// measured.</summary>
    public static double Of(double sum, double sumOfSquares) => sum * sum / sumOfSquares;

    /// <summary>
    /// The number of trials behind a share whose variance, with equal weights, would be the estimated one, and at most Kish's (E. L. Korn
    /// and B. I. Graubard, Survey Methodology 24, 1998): fewer where the heavy rows are the uncertain ones.
    /// </summary>
    /// <param name="weights">The weight of hits and of trials.</param>
    /// <param name="squares">The sums of their squared weights.</param>
    public static double OfShare((double Hits, double Trials) weights, (double Hits, double Trials) squares)
    {
        double kish = Of(weights.Trials, squares.Trials), rate = weights.Hits / weights.Trials, miss = 1 - rate;
        double variance = (miss * miss * squares.Hits + rate * rate * (squares.Trials - squares.Hits)) / (weights.Trials * weights.Trials);
        return rate > 0 && miss > 0 && variance > 0 ? Math.Min(kish, rate * miss / variance) : kish;
    }
}
