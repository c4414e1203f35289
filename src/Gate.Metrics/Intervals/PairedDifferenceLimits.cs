namespace Gate.Metrics.Intervals;

/// <summary>
/// The limits of the difference of two paired rates, candidate minus baseline: Tango's where each model hits alone often enough. Where
/// either seldom does, the difference is that of the two shares of discordant trials, and their limits are combined with their correlation
/// (MOVER): that no trial of 50 is discordant does not show that none of a thousand would be.
/// </summary>
internal sealed class PairedDifferenceLimits(PairedHits hits) : Limits
{
    private readonly TangoLimits tango = new(hits);

    public override double Value => tango.Value;

    public override string MethodAt(double critical) => hits.AreAbundant(critical) ? TangoLimits.Name : Mover.Method;

    /// <summary>The limits from the shares of discordant trials.</summary>
    /// <param name="hits">The trials.</param>
    /// <param name="critical">The critical value.</param>
    public static (double Low, double High) OfDiscordant(PairedHits hits, double critical)
    {
        double one = hits.CandidateOnly / hits.Trials, other = hits.BaselineOnly / hits.Trials;
        // Two cells of one multinomial: what falls into the one does not fall into the other.
        double correlation = one < 1 && other < 1 ? -Math.Sqrt(one * other / ((1 - one) * (1 - other))) : -1;
        (double low, double high) = Mover.Difference(Of(one), Of(other), Math.Max(-1, correlation));
        return (Math.Max(-1, low), Math.Min(1, high));

        Mover.Operand Of(double share)
        {
            (double shareLow, double shareHigh) = ShareLimits.At(share, hits.Trials, critical);
            return new(share, shareLow, shareHigh);
        }
    }

    protected override (double Low, double High)? Compute(double critical) =>
        hits.AreAbundant(critical) ? tango.At(critical) : OfDiscordant(hits, critical);
}
