using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>The acceleration of BCa intervals by the jackknife (B. Efron, JASA 82, 1987, 6.6): its sign says to which side limits
/// reach farther.</summary>
public sealed class AccelerationTests
{
    /// <summary>A right-skewed mean reaches farther to the right: both ends lie above those without acceleration.</summary>
    [Fact]
    public void A_positive_acceleration_moves_both_limits_up()
    {
        double[] replicates = [.. Enumerable.Range(0, 2001).Select(i => (i - 1000) / 400.0)];
        (double Low, double High) At(double acceleration) => ReplicateLimits.Of(replicates, 0,
            new MeanShape(acceleration, 0, 0, 60), double.PositiveInfinity,
            (double.NegativeInfinity, double.PositiveInfinity), "test")!.At(1.5)!.Value;
        Assert.True(At(0.1).Low > At(0).Low && At(0.1).High > At(0).High);
        Assert.True(At(-0.1).Low < At(0).Low && At(-0.1).High < At(0).High);
    }

    [Fact]
    public void The_interval_of_a_mean_of_skewed_losses_reaches_farther_to_the_right()
    {
        double[] targets = [.. Enumerable.Range(0, 60).Select(i => Math.Sqrt(-Math.Log((i + 0.5) / 60)))];
        var sample = new Sample(Truth.OfNumbers(targets), new NumberOutput(new double[60]));
        Measurement measured = MetricFrame.Gather(sample, Samples.Everyone(60), new FrameOptions()).Measure(
            Samples.Metric("mean_squared_error"));
        double estimate = measured.Value.Number;
        Assert.True(measured.Interval!.High - estimate > 1.2 * (estimate - measured.Interval.Low));
    }
}
