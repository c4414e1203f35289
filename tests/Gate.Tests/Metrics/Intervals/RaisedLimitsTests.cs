using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Numbers that noise can only raise: errors of calibration, and the lead of one distribution over another.</summary>
public sealed class RaisedLimitsTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>The absolute value of a normal mean, whose law is known: the limits are those of the test that is turned round.</summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(2.1)]
    [InlineData(3.0)]
    [InlineData(8.0)]
    public void Limits_are_those_gaps_that_a_test_does_not_reject(double found)
    {
        double[] noise = [.. Enumerable.Range(0, 20_000).Select(i => Gate.Data.Numerics.NormalLaw.OfTail((i + 0.5) / 20_000))];
        (double low, double high) = new RaisedLimits(share => share * found,
            share => [.. noise.Select(error => Math.Abs(share * found + error))]).At(z)!.Value;
        // P(|N(m, 1)| ≥ found) = 0.025 and P(|N(m, 1)| ≤ found) = 0.025.
        Assert.Equal(found < 2.2414 ? 0 : Root(m => Tail(found - m) + Tail(found + m) - 0.025, 0, found), low, 0.02);
        Assert.Equal(Root(m => 0.025 - (Tail(-found - m) - Tail(found - m)), found, found + 6), high, 0.03);
    }

    [Theory]
    [InlineData("expected_calibration_error", 200)]
    [InlineData("expected_calibration_error", 1000)]
    [InlineData("maximum_calibration_error", 1000)]
    [InlineData("expected_calibration_error_quantile", 1000)]
    public void The_error_of_a_calibrated_model_may_be_none(string metric, int rows)
    {
        const int runs = 200;
        int without = Enumerable.Range(0, runs).Count(run => Calibrated(rows, run, 1).Measure(Samples.Metric(metric)).Interval!.Low == 0);
        Assert.InRange(without / (double)runs, 0.93, 1);
    }

    [Fact]
    public void That_of_an_overconfident_one_is_not()
    {
        Interval interval = Calibrated(2000, 1, 2.5).Measure(Samples.Metric("expected_calibration_error")).Interval!;
        Assert.Equal("test_inversion", interval.Method);
        Assert.InRange(interval.Low, 0.05, 0.2);
        Assert.True(interval.IsDrawn);
    }

    [Fact]
    public void Scores_that_say_nothing_may_have_no_lead()
    {
        const int runs = 200;
        int without = Enumerable.Range(0, runs).Count(run =>
        {
            var random = new CounterRandom(5, 7, (ulong)run);
            double[] scores = new double[200];
            for (int i = 0; i < scores.Length; i++) scores[i] = random.NextDouble();
            int[] labels = [.. Enumerable.Range(0, 200).Select(i => i % 2)];
            return MetricFrame.Gather(Samples.Binary(labels, null, scores), Samples.Everyone(200), new FrameOptions(Replicates: 300))
                .Measure(Samples.Metric("ks_statistic")).Interval!.Low == 0;
        });
        Assert.InRange(without / (double)runs, 0.93, 1);
    }

    private static MetricFrame Calibrated(int rows, int run, double overconfidence)
    {
        var random = new CounterRandom(11, (ulong)rows, (ulong)run);
        double[] scores = new double[rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            double logit = 4 * random.NextDouble() - 2;
            labels[i] = random.NextDouble() < 1 / (1 + Math.Exp(-logit)) ? 1 : 0;
            scores[i] = 1 / (1 + Math.Exp(-overconfidence * logit));
        }
        return MetricFrame.Gather(Samples.Binary(labels, null, scores), Samples.Everyone(rows), new FrameOptions(Replicates: 400));
    }

    private static double Tail(double x) => Gate.Data.Numerics.NormalLaw.Tail(x);

    private static double Root(Func<double, double> rising, double low, double high)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (rising(middle) > 0) high = middle;
            else low = middle;
        }
        return low;
    }
}
