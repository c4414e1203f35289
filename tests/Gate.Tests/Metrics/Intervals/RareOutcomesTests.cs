using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>What few rows of a class, few mistakes or few rows at the top leave unsaid.</summary>
public sealed class RareOutcomesTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>With as many positives just below the cut it does not matter where it falls: the limits are those of k trials.</summary>
    [Theory]
    [InlineData(0.5, 20)]
    [InlineData(1, 10)]
    [InlineData(0.9, 1000)]
    public void A_cut_through_rows_that_are_all_alike_adds_nothing(double share, double k)
    {
        (double low, double high) = new TopLimits(share, k, share).At(z)!.Value;
        (double expectedLow, double expectedHigh) = ShareLimits.At(share, k, z);
        Assert.Equal(expectedLow, low, 12);
        Assert.Equal(expectedHigh, high, 12);
    }

    /// <summary>With perfect scores, hits are the number of positives: a Poisson number, whose variance is its mean.</summary>
    [Fact]
    public void A_cut_below_the_last_positive_makes_hits_as_uncertain_as_their_number()
    {
        (double low, double high) = new TopLimits(0.4, 100_000, 0).At(z)!.Value;
        Assert.Equal(z * Math.Sqrt(0.4 / 100_000), 0.4 - low, 0.00002);
        Assert.Equal(z * Math.Sqrt(0.4 / 100_000), high - 0.4, 0.00002);
    }

    [Fact]
    public void Precision_and_recall_among_the_top_rows_have_limits_of_so_many_trials()
    {
        MetricFrame frame = Ranked(100, positives: 20, mistakes: 5);
        Interval precision = Interval(frame, "precision_at_k"), recall = Interval(frame, "recall_at_k");
        Assert.Equal("mover", precision.Method);
        // 10 of 10: as 10 trials without a miss, and more for the five below of which not all are positive.
        Assert.InRange(precision.Low, 0.3, ShareLimits.At(1, 10, z).Low + 1e-9);
        Assert.Equal(1, precision.High);
        Assert.InRange(recall.Low, 0.2, 0.49);
        Assert.InRange(recall.High, 0.55, 1);
    }

    [Fact]
    public void With_weights_the_top_is_another_share_of_all_in_every_sample()
    {
        double[] scores = [.. Enumerable.Range(0, 40).Select(i => i / 40.0)], weights = [.. scores.Select(score => 0.5 + score)];
        Sample sample = Samples.Binary([.. scores.Select(score => score > 0.5 ? 1 : 0)], null, scores, weights);
        Measurement measured = MetricFrame.Gather(sample, Samples.Everyone(40), new FrameOptions(Replicates: 200))
            .Measure(Samples.Metric("precision_at_k"));
        Assert.Null(measured.Interval);
        Assert.Contains("with weights", measured.NoInterval, StringComparison.Ordinal);
    }

    /// <summary>Twenty of twenty found at the cut: no replicate misses one, and twenty trials may well have missed some.</summary>
    [Fact]
    public void A_share_at_a_cut_is_as_uncertain_as_the_rarer_class_makes_it()
    {
        Interval interval = Interval(Ranked(60, positives: 20, mistakes: 0, lastPositive: 0.02), "tpr_at_fpr");
        Assert.InRange(interval.Low, 0.5, ClopperPearson.At(0.95, 20, z).Low);
    }

    [Fact]
    public void A_class_without_a_row_leaves_losses_without_an_interval()
    {
        double[] scores = [.. Enumerable.Range(0, 30).Select(i => 0.05 + i / 100.0)];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(new int[30], null, scores), Samples.Everyone(30), new FrameOptions());
        foreach (string name in new[] { "log_loss", "brier_score_loss" })
        {
            Measurement measured = frame.Measure(Samples.Metric(name));
            Assert.Null(measured.Interval);
            Assert.Contains("a class has no row", measured.NoInterval, StringComparison.Ordinal);
        }
        // What labels play no part in does not need them.
        Assert.NotNull(frame.Measure(Samples.Metric("mean_score")).Interval);
    }

    /// <summary>The rarer the class, the farther the limits; far from rare, they are as before.</summary>
    [Fact]
    public void Limits_stretch_as_a_class_gets_rarer()
    {
        double[] widths = [.. new[] { 2.0, 8, 80, 8000, double.PositiveInfinity }.Select(rarer => Width(rarer, (0, 1)))];
        Assert.Equal(widths.OrderDescending(), widths);
        Assert.Equal(widths[^1], widths[^2], 0.002);
        Assert.Equal(1 + 6 / 8.0, Width(8, Everything) / Width(double.PositiveInfinity, Everything), 9);

        static double Width(double rarer, (double, double) range)
        {
            double[] replicates = [.. Enumerable.Range(0, 1000)
                .Select(i => 0.3 + 0.05 * Gate.Data.Numerics.NormalLaw.OfTail((i + 0.5) / 1000))];
            (double low, double high) = ReplicateLimits.Of(replicates, 0.3, MeanShape.Unknown with { Rarer = rarer }, 100, range, "test")!
                .At(z)!.Value;
            return high - low;
        }
    }

    [Fact]
    public void Stretched_limits_of_a_range_stay_inside_it()
    {
        double[] replicates = [.. Enumerable.Range(0, 1000).Select(i => 0.6 + 0.3 * (i / 1000.0))];
        (double low, double high) = ReplicateLimits.Of(replicates, 0.9, MeanShape.Unknown with { Rarer = 1 }, 100, (0, 1), "test")!.At(z)!
            .Value;
        Assert.InRange(low, 1e-6, 0.2);
        Assert.InRange(high, 0.9, 1 - 1e-6);
    }

    /// <summary>Ten mistakes that were never made: nothing found says by how much the calibration error could be larger.</summary>
    [Fact]
    public void A_calibration_error_of_a_model_without_mistakes_may_be_as_large_as_mistakes_are_unseen()
    {
        double[] scores = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 0.02 : 0.98)];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([.. Enumerable.Range(0, 40).Select(i => i % 2)], null, scores),
            Samples.Everyone(40), new FrameOptions());
        Interval largest = Interval(frame, "maximum_calibration_error");
        // One of the two bins, of twenty rows, whose outcome never is the other one.
        Assert.Equal(0.02 + ClopperPearson.At(0, 20, z).High, largest.High, 6);
    }

    private static (double, double) Everything => (double.NegativeInfinity, double.PositiveInfinity);

    private static Interval Interval(MetricFrame frame, string metric) => frame.Measure(Samples.Metric(metric)).Interval!;

    /// <summary>Positives at the top but for some that trade places with negatives just below the cut.</summary>
    private static MetricFrame Ranked(int rows, int positives, int mistakes, double lastPositive = double.NaN)
    {
        double[] scores = [.. Enumerable.Range(0, rows).Select(i => 1 - (i + 0.5) / rows)];
        int[] labels = [.. Enumerable.Range(0, rows)
            .Select(i => i < positives - mistakes || (i >= positives && i < positives + mistakes) ? 1 : 0)];
        if (!double.IsNaN(lastPositive)) scores[positives - 1] = lastPositive;
        return MetricFrame.Gather(Samples.Binary(labels, null, scores), Samples.Everyone(rows), new FrameOptions());
    }
}
