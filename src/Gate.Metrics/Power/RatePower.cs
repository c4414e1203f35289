using Gate.Data.Numerics;
using Gate.Metrics.Intervals;

namespace Gate.Metrics.Power;

/// <summary>
/// What a test set can decide about one rate by the limits of a share. They grow with the number of hits, so a decision is a count of hits
/// beyond a critical one, whose probability is the binomial's: no approximation.
/// </summary>
public static class RatePower
{
    private const double Rounding = 1e-9;

    /// <summary>Plans a bound from below; a bound from above is one from below on the opposite rate.</summary>
    /// <param name="bound">The bound, from 0 to 1.</param>
    /// <param name="isMin">Whether it is the least acceptable value.</param>
    /// <param name="trials">The number of trials, or the effective number with weights.</param>
    /// <param name="confidence">The coverage of the interval.</param>
    /// <param name="probability">With what probability a decision is wanted, such as 0.8.</param>
    public static PowerPlan Plan(double bound, bool isMin, double trials, double confidence, double probability)
    {
        if (!isMin)
        {
            PowerPlan opposite = Plan(1 - bound, true, trials, confidence, probability);
            return new(opposite.BestPasses, 1 - opposite.Passes, 1 - opposite.Fails);
        }
        if (!(trials > 0)) return new(false, null, null);
        double z = NormalScore.OfConfidence(confidence), all = Math.Floor(trials + Rounding);
        bool Passes(double hits) => Limits(hits).Low >= bound - Rounding;
        (double Low, double High) Limits(double hits) => ShareLimits.At(Math.Min(1, hits / trials), trials, z);
        // Exactly on the bound passes, so what fails lies below it.
        double least = First(all, Passes), most = First(all, hits => !(Limits(hits).High < bound - Rounding)) - 1;
        bool bestPasses = least <= all;
        return new(
            bestPasses,
            !bestPasses ? null : RateWithTail(least, trials, probability),
            most < 0 ? null : most + 1 > trials ? 1 : RateWithTail(most + 1, trials, 1 - probability));
    }

    /// <summary>The fewest hits of which something holds that holds of all larger numbers; one more than all where it never does.</summary>
    private static double First(double all, Func<double, bool> holds)
    {
        double low = 0, high = all + 1;
        while (low < high)
        {
            double middle = Math.Floor((low + high) / 2);
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>The rate at which so many hits or more are found with the given probability: P(X ≥ k) = I_p(k, n − k + 1), a regularised
    /// incomplete beta function.</summary>
    private static double RateWithTail(double hits, double trials, double probability)
    {
        if (hits <= 0) return 0;
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (GammaFunctions.BetaRegularized(hits, Math.Max(trials - hits + 1, Rounding), middle) < probability) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
