using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Intervals;

public sealed class PercentilesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Quantiles_are_those_of_the_sorted_values(int count)
    {
        var random = new CounterRandom(2, 0, (ulong)count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) values[i] = random.NextIndex(20); // many ties
        double[] sorted = [.. values.Order()];
        foreach (double probability in new[] { 0, 0.025, 0.5, 0.975, 1 })
        {
            double at = probability * (count - 1);
            int below = (int)at;
            double expected = sorted[below] + (at - below) * (sorted[Math.Min(below + 1, count - 1)] - sorted[below]);
            Assert.Equal(expected, Percentiles.Quantile([.. values], probability), 12);
        }
    }

    [Fact]
    public void Undefined_replicates_are_left_out_while_they_are_few()
    {
        double[] replicates = [.. Enumerable.Range(0, 100).Select(i => i < 5 ? double.NaN : i)];
        Assert.NotNull(Percentiles.Of(replicates, 50, 0.95, "test"));
        replicates[5] = double.NaN;
        Assert.Null(Percentiles.Of(replicates, 50, 0.95, "test"));
    }

    [Fact]
    public void Interval_reaches_out_to_the_estimate()
    {
        Interval interval = Percentiles.Of([1, 2, 3], 10, 0.95, "test")!;
        Assert.Equal(10, interval.High);
    }
}
