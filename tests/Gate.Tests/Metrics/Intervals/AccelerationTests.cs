using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Resampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>The acceleration of BCa intervals by the jackknife (B. Efron, JASA 82, 1987, 6.6): its sign says to which side limits
/// reach farther.</summary>
public sealed class AccelerationTests
{
    /// <summary>Against leaving out every row in turn: above 0 where hits are rare, below 0 where they are common.</summary>
    [Theory]
    [InlineData(10, 90)]
    [InlineData(90, 10)]
    public void That_of_cells_is_the_jackknife_of_their_rows(int hits, int misses)
    {
        var f1 = (CountMetric)Samples.Metric("f1");
        double[] cells = [0, misses / 2.0, misses / 2.0, hits];
        double own = CellInfluence.Acceleration(f1, cells, cells, 2), brute = Jackknife(f1, cells);
        Assert.Equal(brute, own, 12);
        Assert.Equal(Math.Sign(hits < misses ? 1 : -1), Math.Sign(own));
    }

    /// <summary>A right-skewed mean reaches farther to the right: both ends lie above those without acceleration.</summary>
    [Fact]
    public void A_positive_acceleration_moves_both_limits_up()
    {
        double[] replicates = [.. Enumerable.Range(0, 2001).Select(i => (i - 1000) / 400.0)];
        (double Low, double High) At(double acceleration) => ReplicateLimits.Of(replicates, 0, acceleration, double.PositiveInfinity,
            (double.NegativeInfinity, double.PositiveInfinity), "test")!.At(1.5)!.Value;
        Assert.True(At(0.1).Low > At(0).Low && At(0.1).High > At(0).High);
        Assert.True(At(-0.1).Low < At(0).Low && At(-0.1).High < At(0).High);
    }

    [Fact]
    public void The_interval_of_a_mean_of_skewed_losses_reaches_farther_to_the_right()
    {
        double[] targets = [.. Enumerable.Range(0, 60).Select(i => i % 20 == 0 ? 25.0 : 0.1 * (i % 7))];
        var sample = new Sample(Truth.OfNumbers(targets), new NumberOutput(new double[60]));
        Measurement measured = MetricFrame.Gather(sample, Samples.Everyone(60), new FrameOptions()).Measure(
            Samples.Metric("mean_squared_error"));
        double estimate = measured.Value.Number;
        Assert.True(measured.Interval!.High - estimate > 1.2 * (estimate - measured.Interval.Low));
    }

    private static double Jackknife(CountMetric metric, double[] cells)
    {
        var values = new List<double>();
        for (int c = 0; c < cells.Length; c++)
            for (int row = 0; row < cells[c]; row++)
            {
                double[] without = [.. cells];
                without[c]--;
                values.Add(metric.Compute(new Gate.Metrics.Cells.Confusion(without, 2)).Number);
            }
        double mean = values.Average(), squares = values.Sum(value => Math.Pow(mean - value, 2));
        return values.Sum(value => Math.Pow(mean - value, 3)) / (6 * Math.Pow(squares, 1.5));
    }
}
