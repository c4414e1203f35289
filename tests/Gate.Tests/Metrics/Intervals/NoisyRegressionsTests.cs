using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Changes against the baseline of metrics that resampling is too coarse for.</summary>
public sealed class NoisyRegressionsTests
{
    /// <summary>A calibration error, a lead and a precision at the top: from the limits of both models, not from replicates.</summary>
    [Theory]
    [InlineData("expected_calibration_error", 600)]
    [InlineData("maximum_calibration_error", 600)]
    [InlineData("ks_statistic", 600)]
    [InlineData("precision_at_k", 600)]
    [InlineData("average_precision", 60)]
    public void Both_models_have_limits_of_their_own(string name, int rows)
    {
        (Sample candidate, Sample baseline) = Models(rows);
        MetricFrame frame = Frame(candidate, baseline);
        Metric metric = Samples.Metric(name);
        Interval change = frame.Regression(metric).Interval!;
        (double low, double high) = Mover.Difference(Own(candidate), Own(baseline));
        (low, high) = metric.Direction == Direction.HigherIsBetter ? (-high, -low) : (low, high);
        Assert.Equal("mover", change.Method);
        Assert.Equal(low, change.Low, 12);
        Assert.Equal(high, change.High, 12);

        Mover.Operand Own(Sample sample)
        {
            Measurement measured = Frame(sample, null).Measure(metric);
            return new(measured.Value.Number, measured.Interval!.Low, measured.Interval.High);
        }
    }

    [Fact]
    public void Of_many_rows_rankings_are_compared_on_the_same_replicates()
    {
        (Sample candidate, Sample baseline) = Models(600);
        Assert.Equal("row_bootstrap", Frame(candidate, baseline).Regression(Samples.Metric("average_precision")).Interval!.Method);
    }

    /// <summary>A baseline that explains nothing for certain has no share of which the change could be a part.</summary>
    [Fact]
    public void A_share_of_a_baseline_that_may_be_nothing_has_no_interval()
    {
        var random = new CounterRandom(3, 0, 0);
        double[] truth = new double[200], good = new double[200], none = new double[200];
        for (int i = 0; i < truth.Length; i++)
            (truth[i], good[i], none[i]) = (random.NextDouble(), 0, 0.5 + 0.02 * (random.NextDouble() - 0.5));
        for (int i = 0; i < truth.Length; i++) good[i] = truth[i] + 0.1 * (random.NextDouble() - 0.5);
        MetricFrame frame = Frame(Samples.Regression(truth, good), Samples.Regression(truth, none));
        Measurement relative = frame.Regression(Samples.Metric("r2_score"), RegressionScale.Relative);
        Assert.Null(relative.Interval);
        Assert.Contains("contains 0", relative.NoInterval, StringComparison.Ordinal);
        Assert.NotNull(frame.Regression(Samples.Metric("r2_score")).Interval);
    }

    private static MetricFrame Frame(Sample candidate, Sample? baseline) =>
        MetricFrame.Gather(candidate, Samples.Everyone(candidate.Rows), new FrameOptions(Replicates: 400), baseline);

    private static (Sample Candidate, Sample Baseline) Models(int rows)
    {
        double[] own = new double[rows], other = new double[rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            var random = new CounterRandom(11, 2, (ulong)i);
            double chance = random.NextDouble();
            labels[i] = random.NextDouble() < chance ? 1 : 0;
            own[i] = Math.Clamp(chance + 0.5 * (random.NextDouble() - 0.5), 0, 1);
            other[i] = Math.Clamp(chance + 0.8 * (random.NextDouble() - 0.5), 0, 1);
        }
        return (Samples.Binary(labels, null, own), Samples.Binary(labels, null, other));
    }
}
