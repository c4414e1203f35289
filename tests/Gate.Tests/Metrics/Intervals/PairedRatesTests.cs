using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Intervals;

public sealed class PairedRatesTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>Against a search in which the constrained likelihood is maximised numerically instead of by Tango's formula (scipy); 44, 0,
    /// 1 is Tango's own example, (−0.118, 0.059).</summary>
    [Theory]
    [InlineData(44, 0, 1, -0.11807710137, 0.05939323142)]
    [InlineData(50, 12, 9, -0.12248521296, 0.23896137615)]
    [InlineData(100, 5, 21, -0.25988200660, -0.06479882057)]
    [InlineData(30, 1, 7, -0.38636132825, -0.01878839873)]
    [InlineData(400, 3, 1, -0.00721307753, 0.01960645478)]
    public void Tango_agrees_with_a_numeric_search(int trials, int candidateOnly, int baselineOnly, double low, double high)
    {
        (double ownLow, double ownHigh) =
            new TangoLimits(new PairedHits(trials - candidateOnly - baselineOnly, candidateOnly, baselineOnly, 0)).At(z)!.Value;
        Assert.Equal(low, ownLow, 7);
        Assert.Equal(high, ownHigh, 7);
    }

    [Fact]
    public void No_discordant_row_leaves_room_for_some()
    {
        (double low, double high) = new TangoLimits(new PairedHits(25, 0, 0, 5)).At(z)!.Value;
        Assert.Equal(z * z / (30 + z * z), high, 9);
        Assert.Equal(-high, low, 9);
    }

    /// <summary>scipy.stats.binomtest.</summary>
    [Theory]
    [InlineData(1, 5, 0.21875)]
    [InlineData(10, 25, 0.016673847800120715)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(7, 7, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(121, 59, 4.4344492637551645e-06)]
    public void Mcnemar_is_a_toss_of_the_discordant_rows(long candidateOnly, long baselineOnly, double p) =>
        Assert.Equal(p, McNemar.PValue(candidateOnly, baselineOnly), 10);

    /// <summary>The difference and the relative difference, averaged over small and large rates, close and less close models.</summary>
    [Theory]
    [InlineData(50, 0.935, 0.965, 0.94, 0.98)]
    [InlineData(1000, 0.94, 0.96, 0.94, 0.97)]
    public void Coverage_is_nominal(int trials, double low, double high, double ratioLow, double ratioHigh)
    {
        double[] differences = [], ratios = [];
        foreach ((double both, double candidate, double baseline) in new[] { (0.7, 0.1, 0.05), (0.4, 0.1, 0.1), (0.2, 0.15, 0.25),
            (0.85, 0.05, 0.03), (0.5, 0.2, 0.02) })
        {
            differences = [.. differences, Coverage.Of($"paired difference, {trials} trials, {candidate} and {baseline} discordant", 3000,
                candidate - baseline, run => new TangoLimits(Draw(run)).At(z))];
            ratios = [.. ratios, Coverage.Of($"paired relative difference, {trials} trials, {candidate} and {baseline} discordant", 3000,
                (both + candidate) / (both + baseline) - 1, run => new PairedRatioLimits(Draw(run)).At(z))];

            PairedHits Draw(ulong run)
            {
                var random = new CounterRandom(23, (ulong)trials, run);
                long hits = Binomial.Draw(ref random, trials, both),
                    only = Binomial.Draw(ref random, trials - hits, candidate / (1 - both));
                long other = Binomial.Draw(ref random, trials - hits - only, baseline / (1 - both - candidate));
                return new PairedHits(hits, only, other, trials - hits - only - other);
            }
        }
        Assert.InRange(differences.Average(), low, high);
        Assert.InRange(ratios.Average(), ratioLow, ratioHigh);
        Assert.All(differences, coverage => Assert.InRange(coverage, 0.92, 0.985));
    }
}
