using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>
/// The exact limits of a proportion (C. J. Clopper and E. S. Pearson, Biometrika 26, 1934): the shares at which as many hits, or as few,
/// are as unlikely as the tail. Neither limit fails more often than that, whatever the share. With weights, hits and trials are effective
/// numbers (E. L. Korn and B. I. Graubard, Survey Methodology 24, 1998).
/// </summary>
internal static class ClopperPearson
{
    public const string Method = "clopper_pearson";
    private const int Halvings = 60;

    /// <summary>The limits at a critical value.</summary>
    /// <param name="rate">The observed share.</param>
    /// <param name="trials">The number of trials, or the effective number.</param>
    /// <param name="critical">The critical value.</param>
    public static (double Low, double High) At(double rate, double trials, double critical)
    {
        double tail = Limits.Tail(critical), hits = rate * trials;
        return (Lower(hits, trials, tail), 1 - Lower(trials - hits, trials, tail));
    }

    /// <summary>The share at which so many hits or more have the probability of the tail.</summary>
    private static double Lower(double hits, double trials, double tail)
    {
        if (hits <= 0) return 0;
        double low = 0, high = hits / trials;
        for (int i = 0; i < Halvings && high - low > 1e-15; i++)
        {
            double middle = (low + high) / 2;
            if (GammaFunctions.BetaRegularized(hits, trials - hits + 1, middle) < tail) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }
}
