using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Two models on the same rows that seldom differ: agreement on the rows at hand is no proof of equality.</summary>
public sealed class PairedDifferenceTests
{
    private static readonly double z = Limits.Critical(0.95);

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(200)]
    public void No_limit_fails_more_often_than_it_says(int trials)
    {
        foreach ((double candidate, double baseline) in new[] { (0.0, 0.04), (0, 0.05), (0.01, 0.05), (0.02, 0.02), (0.05, 0.2),
            (0.1, 0.1) })
        {
            double low = 0, high = 0;
            for (int one = 0; one <= trials; one++)
                for (int other = 0; one + other <= trials; other++)
                {
                    double probability = ExactLaw.Multinomial((one, candidate), (other, baseline),
                        (trials - one - other, 1 - candidate - baseline));
                    if (probability < 1e-9) continue;
                    (double least, double most) = new PairedDifferenceLimits(new(trials - one - other, one, other, 0)).At(z)!.Value;
                    if (least > candidate - baseline + 1e-12) low += probability;
                    if (most < candidate - baseline - 1e-12) high += probability;
                }
            Assert.InRange(low, 0, 0.0265);
            Assert.InRange(high, 0, 0.0265);
        }
    }

    [Fact]
    public void Where_both_models_win_often_the_limits_are_Tangos()
    {
        var hits = new PairedHits(700, 60, 50, 190);
        var limits = new PairedDifferenceLimits(hits);
        Assert.Equal("tango", limits.MethodAt(z));
        Assert.Equal(new TangoLimits(hits).At(z), limits.At(z));
        Assert.Equal("mover", new PairedDifferenceLimits(new(700, 60, 30, 210)).MethodAt(z));
    }

    [Theory]
    [InlineData(RegressionScale.Absolute)]
    [InlineData(RegressionScale.Relative)]
    public void Agreement_on_fifty_rows_leaves_room_for_a_loss(RegressionScale scale)
    {
        Measurement measured = Frame(new FrameOptions(), 50).Regression(Samples.Metric("accuracy"), scale);
        Assert.Equal(0, measured.Value.Number);
        Assert.InRange(measured.Interval!.High, 0.05, 0.12);
        Assert.Equal(-measured.Interval.Low, measured.Interval.High, 2);
    }

    [Theory]
    [InlineData("f1")]
    [InlineData("balanced_accuracy")]
    [InlineData("roc_auc")]
    public void So_does_that_on_other_metrics(string metric)
    {
        Measurement measured = Frame(new FrameOptions(), 50).Regression(Samples.Metric(metric));
        Assert.Equal(0, measured.Value.Number);
        Assert.InRange(measured.Interval!.High, 0.04, 0.3);
    }

    [Fact]
    public void Of_losses_without_bounds_it_says_nothing()
    {
        Measurement measured = Frame(new FrameOptions(), 50).Regression(Samples.Metric("log_loss"));
        Assert.Null(measured.Interval);
        Assert.StartsWith("both models say the same of every row", measured.NoInterval, StringComparison.Ordinal);
        Assert.False(measured.IsCertain);
    }

    /// <summary>One model twice: that it does not differ from itself is no finding of the rows.</summary>
    [Theory]
    [InlineData("accuracy")]
    [InlineData("log_loss")]
    [InlineData("roc_auc")]
    public void A_model_is_its_own_equal_with_certainty(string metric)
    {
        Measurement measured = Frame(new FrameOptions(IsSameModel: true), 50).Regression(Samples.Metric(metric));
        Assert.Equal((0.0, true), (measured.Value.Number, measured.IsCertain));
        Assert.Null(measured.Interval);
    }

    private static MetricFrame Frame(FrameOptions options, int rows)
    {
        int[] labels = [.. Enumerable.Range(0, rows).Select(i => i % 2)],
            predictions = [.. labels.Select((label, i) => i % 9 == 0 ? 1 - label : label)];
        double[] scores = [.. labels.Select((label, i) => 0.3 + 0.3 * label + 0.005 * (i % 40))];
        Sample sample = Samples.Binary(labels, predictions, scores);
        return MetricFrame.Gather(sample, Samples.Everyone(rows), options, sample);
    }
}
