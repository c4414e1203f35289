using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>
/// The limits of the difference or the relative difference of two areas on the same rows, by DeLong's covariance. It is read off the rows
/// that the models place differently; of those that they will place differently and did not yet, one more is supposed in the rarer class,
/// as far displaced as the ones that were found lead one to fear: all the way where none was found.
/// </summary>
internal sealed class AreaDifferenceLimits(Areas areas, bool relative) : Limits
{
    private double Scale => relative ? areas.Baseline : 1;

    public override double Value => (areas.Candidate - areas.Baseline) / Scale;

    public override string MethodAt(double critical) => DeLong.Method;

    /// <summary>The variance of the difference, or of the ratio by the delta method.</summary>
    private double Variance
    {
        get
        {
            double slope = relative ? areas.Candidate / areas.Baseline : 1;
            return (areas.CandidateVariance + slope * slope * areas.BaselineVariance - 2 * slope * areas.Covariance) / (Scale * Scale);
        }
    }

    /// <summary>The two-sided p-value of no difference; 1 where no row is placed differently, null where the variance is 0
    /// otherwise.</summary>
    public static double? PValue(Areas areas)
    {
        double variance = areas.CandidateVariance + areas.BaselineVariance - 2 * areas.Covariance;
        return areas.Differing == 0 ? 1 : variance > 1e-15 ? 2 * Tail(Math.Abs(areas.Candidate - areas.Baseline) / Math.Sqrt(variance))
            : null;
    }

    protected override (double Low, double High)? Compute(double critical)
    {
        if (double.IsNaN(Variance) || !(areas.Rarer > 1)) return null;
        // Of k rows displaced by up to d, the next is displaced by more with a chance of 1 in k + 1.
        double displaced = areas.LargestDifference + (1 - areas.LargestDifference) / (areas.Differing + 1);
        double unseen = displaced * Unseen(Tail(critical)) / Scale, spread = critical * critical * Math.Max(0, Variance);
        double half = Math.Sqrt(spread + unseen * unseen);
        return (Value - half, Value + half);
    }

    /// <summary>The largest share of rows of the rarer class that can be displaced though none was found, at this tail.</summary>
    private double Unseen(double tail) => 1 - Portable.Pow(tail, 1 / areas.Rarer);
}
