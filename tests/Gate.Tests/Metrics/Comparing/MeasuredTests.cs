using Gate.Metrics;
using Gate.Metrics.Comparing;

namespace Gate.Tests.Metrics.Comparing;

public sealed class MeasuredTests
{
    [Fact]
    public void An_interval_holds_its_estimate_and_what_is_undefined_has_none()
    {
        var limits = new FixedLimits(0.5, 0.1, 0.1);
        Assert.Null(Measured.Of(MetricValue.Missing("no rows"), limits, 0.95).Interval);
        Assert.Null(Measured.Of(MetricValue.Of(0.5), null, 0.95).Interval);
        Assert.Equal((0.1, 0.7), Ends(0.1));
        Assert.Equal((0.3, 0.9), Ends(0.9));
        Assert.Equal((0.3, 0.7), Ends(0.5));

        (double, double) Ends(double value)
        {
            Interval interval = Measured.Of(MetricValue.Of(value), limits, 0.95).Interval!;
            Assert.Equal((0.95, "fixed"), (interval.Confidence, interval.Method));
            return (Math.Round(interval.Low, 1), Math.Round(interval.High, 1));
        }
    }
}
