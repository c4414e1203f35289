using Gate.Data.Numerics;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Probabilities of counts, for sums over all outcomes instead of simulations.</summary>
internal static class ExactLaw
{
    /// <summary>The probability of counts under a multinomial law.</summary>
    public static double Multinomial(params (int Count, double Share)[] cells)
    {
        double sum = GammaFunctions.LogGamma(cells.Sum(cell => cell.Count) + 1);
        foreach ((int count, double share) in cells)
        {
            if (count == 0) continue;
            if (share == 0) return 0;
            sum += count * Portable.Log(share) - GammaFunctions.LogGamma(count + 1);
        }
        return Portable.Exp(sum);
    }
}
