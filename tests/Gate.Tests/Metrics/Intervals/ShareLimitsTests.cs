using Gate.Metrics.Intervals;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Limits of shares fail no more often than they say, also where hits or misses are rare: summed over all outcomes, not
/// simulated.</summary>
public sealed class ShareLimitsTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>scipy.stats.binomtest(…).proportion_ci(method="exact").</summary>
    [Theory]
    [InlineData(12, 12, 0.7353515306, 1)]
    [InlineData(1, 100, 0.0002531460, 0.0544593853)]
    [InlineData(0, 20, 0, 0.1684334714)]
    public void Exact_limits_are_those_of_scipy(int hits, int trials, double low, double high)
    {
        (double exactLow, double exactHigh) = ClopperPearson.At((double)hits / trials, trials, z);
        Assert.Equal(low, exactLow, 9);
        Assert.Equal(high, exactHigh, 9);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(1000)]
    public void No_limit_fails_much_more_often_than_it_says(int trials)
    {
        (double Low, double High)[] limits =
            [.. Enumerable.Range(0, trials + 1).Select(hits => ShareLimits.At((double)hits / trials, trials, z))];
        foreach (double truth in Enumerable.Range(1, 99).Select(percent => percent / 100.0))
        {
            double[] law =
                [.. Enumerable.Range(0, trials + 1).Select(hits => ExactLaw.Multinomial((hits, truth), (trials - hits, 1 - truth)))];
            Assert.InRange(law.Where((_, hits) => limits[hits].Low > truth).Sum(), 0, 0.0352);
            Assert.InRange(law.Where((_, hits) => limits[hits].High < truth).Sum(), 0, 0.0352);
        }
    }

    [Theory]
    [InlineData(38, 100, "clopper_pearson")]
    [InlineData(39, 100, "wilson")]
    [InlineData(61, 100, "wilson")]
    [InlineData(62, 100, "clopper_pearson")]
    public void The_name_says_which_limits_were_taken(int hits, int trials, string method)
    {
        var limits = new ShareLimits((double)hits / trials, trials);
        Assert.Equal(method, limits.MethodAt(z));
        Assert.Equal(method, ShareLimits.Of((double)hits / trials, trials, 0.95).Method);
    }

    [Fact]
    public void Limits_grow_with_the_confidence_through_the_change_of_method()
    {
        var limits = new ShareLimits(0.3, 150);
        (double low, double high) = limits.At(0.1)!.Value;
        for (double critical = 0.2; critical < 5; critical += 0.1)
        {
            (double wideLow, double wideHigh) = limits.At(critical)!.Value;
            Assert.True(wideLow <= low && wideHigh >= high, $"at {critical}");
            (low, high) = (wideLow, wideHigh);
        }
    }

    /// <summary>Stratum a weighs 1 and hits always, stratum b weighs 9 and hits as often as not: the uncertain rows are the heavy
    /// ones.</summary>
    [Fact]
    public void Heavy_rows_that_are_the_uncertain_ones_count_for_fewer()
    {
        double kish = EffectiveSize.Of(100 + 900, 100 + 8100), own = EffectiveSize.OfShare((100 + 450, 1000), (100 + 4050, 8200));
        double rate = 0.55, variance = (0.45 * 0.45 * (100 + 4050) + 0.55 * 0.55 * 4050) / 1e6;
        Assert.Equal(rate * (1 - rate) / variance, own, 9);
        Assert.True(own < kish);
        // Light ones that are uncertain do not make it more than Kish's.
        Assert.Equal(kish, EffectiveSize.OfShare((900 + 50, 1000), (8100 + 50, 8200)));
    }
}
