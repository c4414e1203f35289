using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>McNemar's exact test that two models hit equally often on the same rows (Psychometrika 12, 1947): the rows on which only one
/// hits are tosses of a fair coin.</summary>
internal static class McNemar
{
    public const string Name = "mcnemar_exact";

    /// <summary>The two-sided p-value.</summary>
    /// <param name="candidateOnly">Rows on which only the candidate hits.</param>
    /// <param name="baselineOnly">Rows on which only the baseline hits.</param>
    public static double PValue(long candidateOnly, long baselineOnly)
    {
        long discordant = candidateOnly + baselineOnly, fewer = Math.Min(candidateOnly, baselineOnly);
        if (candidateOnly == baselineOnly) return 1;
        return Math.Min(1, 2 * GammaFunctions.BetaRegularized(discordant - fewer, fewer + 1, 0.5));
    }
}
