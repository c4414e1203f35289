using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Means of heavy-tailed terms have wider limits, and none where the rows cannot show what the tail holds.</summary>
public sealed class TailIndexTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(1000)]
    public void The_index_is_the_mean_logarithm_of_the_largest_over_the_next(int count)
    {
        double[] numbers = [.. Enumerable.Range(0, count).Select(i => Math.Pow((i + 0.5) / count, -0.7) - 3)];
        double[] sorted = [.. numbers.Select(number => number - numbers.Min()).OrderDescending()];
        int most = (int)(1.5 * Math.Sqrt(count));
        double expected = sorted.Take(most).Average(number => Math.Log(number / sorted[most]));
        Assert.Equal(expected, Of(numbers), 12);
        // Whatever the order, and whether equal numbers come one by one or together.
        Assert.Equal(expected, Of([.. numbers.Reverse()]), 12);
        var together = new TailIndex(2 * count);
        var apart = new TailIndex(2 * count);
        foreach (double number in numbers)
        {
            together.Add(number, 2);
            apart.Add(number, 1);
            apart.Add(number, 1);
        }
        Assert.Equal(apart.Value, together.Value, 12);
    }

    [Fact]
    public void Numbers_that_are_all_the_same_have_no_tail_and_a_few_that_differ_have_the_heaviest()
    {
        Assert.Equal(0, Of([.. Enumerable.Repeat(3.0, 100)]));
        Assert.Equal(double.PositiveInfinity, Of([.. Enumerable.Repeat(0.0, 97), 1, 2, 3]));
    }

    [Theory]
    [InlineData(0, 0.25, 1)]
    [InlineData(0, 0.5, 1.5)]
    [InlineData(0, 0.75, 4)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0, 5, 5.5)]
    public void The_limit_on_the_side_of_a_heavy_tail_is_farther_away(double low, double high, double stretch)
    {
        double[] replicates = [.. Enumerable.Range(0, 1001).Select(i => (i - 500) / 100.0)];
        (double Low, double High) At(MeanShape shape) => ReplicateLimits.Of(replicates, 0, shape, double.PositiveInfinity,
            (double.NegativeInfinity, double.PositiveInfinity), "test")!.At(1.5)!.Value;
        (double plainLow, double plainHigh) = At(MeanShape.Unknown);
        (double ownLow, double ownHigh) = At(new MeanShape(0, low, high, 1001));
        Assert.Equal(stretch * plainHigh, ownHigh, 9);
        Assert.Equal((low > 0 ? 1.5 : 1) * plainLow, ownLow, 9);
    }

    [Fact]
    public void Beyond_a_heaviness_there_are_no_limits_but_where_the_range_ends()
    {
        (double, double) open = (0, double.PositiveInfinity), closed = (0, 1),
            everywhere = (double.NegativeInfinity, double.PositiveInfinity);
        Assert.Null(new MeanShape(0, 0, 0.9, 50).WhyNone(open));
        Assert.NotNull(new MeanShape(0, 0, 0.91, 50).WhyNone(open));
        Assert.Null(new MeanShape(0, 0, 0.91, 50).WhyNone(closed));
        Assert.Null(new MeanShape(0, 0.91, 0, 50).WhyNone(open));
        Assert.NotNull(new MeanShape(0, 0.91, 0, 50).WhyNone(everywhere));
        Assert.Equal(new MeanShape(-0.1, 0.3, 0.2, 50), new MeanShape(0.1, 0.2, 0.3, 50).Negated);
    }

    /// <summary>What cannot be much is not feared: the skewness that is there stretches its side.</summary>
    [Theory]
    [InlineData(0.04, 1, 1)]
    [InlineData(0.14, 1, 1.6)]
    [InlineData(-0.14, 1.6, 1)]
    public void Terms_with_light_tails_are_stretched_by_their_skewness(double acceleration, double low, double high)
    {
        var shape = new MeanShape(acceleration, 3, 3, 50, IsLight: true);
        Assert.Null(shape.WhyNone((double.NegativeInfinity, double.PositiveInfinity)));
        Assert.Equal(low, shape.LowStretch, 12);
        Assert.Equal(high, shape.HighStretch, 12);
    }

    [Theory]
    [InlineData("log_loss", true)]
    [InlineData("brier_score_loss", true)]
    [InlineData("mean_squared_error", false)]
    [InlineData("hinge_loss", false)]
    public void Losses_know_whether_a_row_can_add_much(string metric, bool isLight) =>
        Assert.Equal(isLight, ((Gate.Metrics.Kinds.MeanMetric)Samples.Metric(metric)).IsLightTailed);

    [Theory]
    [InlineData("mean_squared_error")]
    [InlineData("root_mean_squared_error")]
    public void The_reason_stands_beside_the_value(string metric)
    {
        double[] targets = [.. Enumerable.Range(0, 200).Select(i => Math.Pow((i + 0.5) / 200, -1.3))];
        Measurement measured = MetricFrame.Gather(Samples.Regression(targets, [.. targets.Select((_, i) => 0.001 * i)]),
            Samples.Everyone(200), new FrameOptions()).Measure(Samples.Metric(metric));
        Assert.True(measured.Value.IsDefined);
        Assert.Null(measured.Interval);
        Assert.Contains("too heavy-tailed: with 200 rows", measured.NoInterval, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_error_has_no_interval_and_says_so()
    {
        Measurement measured = MetricFrame.Gather(Samples.Regression([1, 2, 3, 4, 5], [1, 2, 3, 4, 7]), Samples.Everyone(5),
            new FrameOptions()).Measure(Samples.Metric("max_error"));
        Assert.Equal(2, measured.Value.Number);
        Assert.Equal("no method gives max_error limits that hold", measured.NoInterval);
    }

    private static double Of(double[] numbers)
    {
        var index = new TailIndex(numbers.Length);
        foreach (double number in numbers) index.Add(number, 1);
        return index.Value;
    }
}
