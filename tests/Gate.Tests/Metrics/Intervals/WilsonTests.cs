using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

public sealed class WilsonTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>R. G. Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998), table I, method
    /// 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Published_values(int hits, int trials, double low, double high)
    {
        (double ownLow, double ownHigh) = Wilson.At((double)hits / trials, trials, z);
        Assert.Equal(low, ownLow, 4);
        Assert.Equal(high, ownHigh, 4);
    }

    [Fact]
    public void Ends_contain_the_rate_even_at_the_edges()
    {
        Assert.Equal(0, ShareLimits.Of(0, 7, 0.95).Low);
        Assert.Equal((0, 1), (Wilson.At(0, 7, z).Low, Wilson.At(1, 7, z).High));
        Assert.Equal(1, ShareLimits.Of(1, 7, 0.95).High);
    }

    [Fact]
    public void Weights_that_are_all_equal_count_as_rows() => Assert.Equal(40, EffectiveSize.Of(40 * 3.5, 40 * 3.5 * 3.5), 12);

    /// <summary>The share of true numbers within their intervals is a share of rows like any other, also where all are.</summary>
    [Theory]
    [InlineData(9, 0.5)]
    [InlineData(10, 1.0)]
    public void Interval_coverage_is_a_share_of_rows(int within, double weight)
    {
        double[] targets = [.. Enumerable.Range(0, 10).Select(i => i < within ? 0.5 : 2)];
        Sample sample = Samples.Regression(targets, new double[10], [.. Enumerable.Repeat(weight, 10)])
            .WithEnds(new double[10], [.. Enumerable.Repeat(1.0, 10)]);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.By([.. Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? "a" : "b")]),
            new FrameOptions());
        Interval expected = ShareLimits.Of(within / 10.0, 10, 0.95), found = frame.Measure(Samples.Metric("interval_coverage")).Interval!;
        Assert.Equal("clopper_pearson", found.Method);
        Assert.Equal(expected.Low, found.Low, 12);
        Assert.Equal(expected.High, found.High, 12);
        Interval difference = frame.Compare(Samples.Comparison("interval_coverage", CompareKind.Difference), [true, true]).Worst.Interval!;
        Assert.Equal("mover", difference.Method);
        Assert.InRange(difference.High, 0.3, 0.9);
    }

    /// <summary>Wilson's coverage averages close to the nominal one.</summary>
    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public void Coverage_is_nominal(int trials)
    {
        const int runs = 20_000;
        int covered = 0;
        for (int i = 0; i < runs; i++)
        {
            var random = new CounterRandom(17, (ulong)trials, (ulong)i);
            double truth = 0.05 + 0.9 * random.NextDouble();
            (double low, double high) = Wilson.At((double)Binomial.Draw(ref random, trials, truth) / trials, trials, z);
            if (low <= truth && truth <= high) covered++;
        }
        Assert.InRange((double)covered / runs, 0.94, 0.96);
    }
}
