using Gate.Data.Numerics;

namespace Gate.Metrics.Power;

/// <summary>
/// What a test set can decide about one rate by Wilson's interval. The interval excludes a bound b exactly when the score test does, |p̂ −
/// b| ≥ z √(b (1 − b) / n), so a decision is a count of hits beyond a critical one, whose probability is the binomial's: no approximation.
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
        double half = NormalScore.OfConfidence(confidence) * Math.Sqrt(bound * (1 - bound) / trials);
        double least = Math.Max(0, Math.Ceiling((trials * (bound + half)) - Rounding));
        double most = Math.Floor((trials * (bound - half)) + Rounding);
        // Exactly on the bound passes, so what fails lies below it.
        if (half == 0) most = Math.Min(most, Math.Ceiling(trials * bound) - 1);
        bool bestPasses = trials > 0 && least <= trials + Rounding;
        return new(
            bestPasses,
            !bestPasses ? null : RateWithTail(least, trials, probability),
            trials <= 0 || most < 0 ? null : most + 1 > trials ? 1 : RateWithTail(most + 1, trials, 1 - probability));
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
