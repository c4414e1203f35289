namespace Gate.Metrics.Sampling;

/// <summary>Resampling with replacement, as counts: how often each kind of row is drawn when as many rows are drawn as there are.</summary>
internal static class Multinomial
{
    /// <summary>Draws counts by conditional binomials: costs the number of kinds, not the number of rows.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="counts">How often each kind occurs in the data.</param>
    /// <param name="drawn">How often it occurs in the replicate; the same total.</param>
    public static void Draw(ref CounterRandom random, ReadOnlySpan<long> counts, Span<long> drawn)
    {
        long rest = 0;
        foreach (long count in counts) rest += count;
        long left = rest;
        for (int k = 0; k < counts.Length; k++)
        {
            long taken = counts[k] == rest ? left : Binomial.Draw(ref random, left, (double)counts[k] / rest);
            drawn[k] = taken;
            left -= taken;
            rest -= counts[k];
        }
    }
}
