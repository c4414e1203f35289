using Gate.Metrics.Comparing;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>The largest difference and the smallest ratio between several groups.</summary>
public sealed class GroupCoverageTests
{
    private const int Runs = 3000;
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>Rates of groups of equal and of unequal sizes; all equal, one apart, two clusters, spread out.</summary>
    [Theory]
    [InlineData("equal")]
    [InlineData("one apart")]
    [InlineData("two clusters")]
    [InlineData("spread")]
    public void Largest_difference_and_smallest_ratio_are_covered(string shape)
    {
        foreach (int groups in new[] { 2, 3, 5, 10 })
        {
            foreach (bool unequal in new[] { false, true })
            {
                double[] rates = [.. Enumerable.Range(0, groups).Select(g => Rate(shape, g, groups))];
                int[] sizes = [.. Enumerable.Range(0, groups).Select(g => unequal ? 60 + 500 * g / groups : 300)];
                double difference = rates.Max() - rates.Min(), ratio = rates.Min() / rates.Max();
                string name = $"{groups} groups, {(unequal ? "unequal sizes" : "equal sizes")}, {shape}";
                double ofDifference = Coverage.Of($"difference, {name}", Runs, difference, run => Largest(Draw(rates, sizes, run), false)
                    .At(z));
                double ofRatio = Coverage.Of($"ratio, {name}", Runs, ratio,
                    run => MappedLimits.Negative(Largest(Draw(rates, sizes, run), true)).At(z));
                // With several groups at an end the upper end errs on the wide side: the largest of several upper limits.
                Assert.InRange(ofDifference, 0.94, 0.995);
                Assert.InRange(ofRatio, 0.94, 0.995);
            }
        }
    }

    /// <summary>Each end on its own fails no more than it may: the ends are what verdicts rest on.</summary>
    [Theory]
    [InlineData("equal")]
    [InlineData("close")]
    [InlineData("one apart")]
    public void Neither_end_fails_more_than_its_share(string shape)
    {
        foreach (int groups in new[] { 2, 4, 8 })
        {
            double[] rates = [.. Enumerable.Range(0, groups).Select(g => Rate(shape, g, groups))];
            int[] sizes = [.. Enumerable.Repeat(200, groups)];
            double truth = rates.Max() - rates.Min();
            int above = 0, below = 0, tooHigh = 0, correctedTooHigh = 0;
            for (int run = 0; run < Runs; run++)
            {
                LargestContrast largest = Largest(Draw(rates, sizes, (ulong)run), false);
                (double low, double high) = largest.At(z)!.Value;
                if (low > truth) above++;
                if (high < truth) below++;
                if (largest.Value > truth) tooHigh++;
                if (largest.At(0)!.Value.Low > truth) correctedTooHigh++;
            }
            Coverage.Note($"lower end of the difference, {groups} groups of 200, {shape}", 1 - (double)above / Runs, null);
            Assert.InRange((double)above / Runs, 0, 0.036);
            Assert.InRange((double)below / Runs, 0, 0.032);
            Assert.True(correctedTooHigh <= tooHigh);
            Assert.InRange((double)correctedTooHigh / Runs, 0, 0.53);
        }
    }

    [Fact]
    public void Limits_narrow_as_confidence_falls()
    {
        ShareLimits[] groups = Draw([0.2, 0.25, 0.3, 0.5], [100, 80, 60, 300], 4);
        (double Low, double High) last = (0, 1);
        for (double confidence = 0.9999; confidence > 0; confidence -= 0.0473)
        {
            (double low, double high) = Largest(groups, false).At(Limits.Critical(confidence))!.Value;
            Assert.True(low >= last.Low && high <= last.High);
            last = (low, high);
        }
    }

    [Fact]
    public void Two_groups_far_apart_have_newcombes_interval()
    {
        ShareLimits[] groups = [new(0.8, 200), new(0.4, 150)];
        Assert.Equal(new DifferenceLimits(groups[0], groups[1]).At(z), Largest(groups, false).At(z));
        Assert.Equal("newcombe", Largest(groups, false).MethodAt(z));
    }

    [Fact]
    public void Two_equal_groups_share_the_risk_of_both_signs()
    {
        ShareLimits[] groups = [new(0.5, 10_000), new(0.53, 10_000)];
        (double low, double high) = Largest(groups, false).At(z)!.Value;
        // 0.03 is 4.2 standard errors from 0: far enough for only one sign to be possible.
        Assert.Equal(0.03 - 1.96 * Math.Sqrt(2 * 0.25 / 10_000), low, 3);
        // 1.5 standard errors are not, and the lower end is 0, as it must be.
        Assert.Equal(0, Largest([new(0.5, 10_000), new(0.51, 10_000)], false).At(z)!.Value.Low);
        Assert.Equal(0.03 + 1.96 * Math.Sqrt(2 * 0.25 / 10_000), high, 3);
    }

    private static LargestContrast Largest(ShareLimits[] groups, bool ratio) => new([new PairContrasts(groups, ratio)], ratio ? -1 : 0);

    private static double Rate(string shape, int group, int groups) => shape switch
    {
        "equal" => 0.4,
        "close" => 0.4 + 0.03 * (group % 2),
        "one apart" => group == 0 ? 0.2 : 0.5,
        "two clusters" => group < (groups + 1) / 2 ? 0.3 : 0.5,
        _ => 0.2 + 0.6 * group / (groups - 1),
    };

    private static ShareLimits[] Draw(double[] rates, int[] sizes, ulong run)
    {
        var random = new CounterRandom(41, (ulong)rates.Length, run);
        var drawn = new ShareLimits[rates.Length];
        for (int g = 0; g < rates.Length; g++)
            drawn[g] = new ShareLimits((double)Binomial.Draw(ref random, sizes[g], rates[g]) / sizes[g], sizes[g]);
        return drawn;
    }
}
