using Gate.Evaluation.Measuring.Operations;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Measuring.Operations;

public sealed class ScoreTimesTests
{
    private static ScoreTimes Of(int n) => new([.. Enumerable.Range(1, n).Select(i => (double)i)]);

    /// <summary>Conover's table: of 25 observations the 8th and the 18th hold the median with 95.7 %.</summary>
    [Fact]
    public void The_interval_of_the_median_is_the_published_one()
    {
        Measurement median = Of(25).Median(0.95);
        Assert.Equal((13.0, 8.0, 18.0), (median.Value.Number, median.Interval!.Low, median.Interval.High));
    }

    [Fact]
    public void More_confidence_than_the_times_can_give_has_no_interval() => Assert.Null(Of(5).Median(0.95).Interval);

    [Fact]
    public void The_interval_holds_the_median_as_often_as_it_says()
    {
        var random = new Random(1);
        int hits = 0;
        const int runs = 4000;
        for (int run = 0; run < runs; run++)
        {
            double[] times = [.. Enumerable.Range(0, 25).Select(_ => -Math.Log(1 - random.NextDouble())).Order()];
            Interval interval = new ScoreTimes(times).Median(0.95).Interval!;
            if (interval.Low <= Math.Log(2) && Math.Log(2) <= interval.High) hits++;
        }
        Assert.InRange(hits / (double)runs, 0.947, 0.967);
    }

    [Fact]
    public void A_ratio_to_a_baseline_lies_between_the_ends_of_both()
    {
        Measurement Candidate(double confidence) => new(MetricValue.Of(3), new(2, 4, confidence, "m"));
        Measurement Baseline(double confidence) => new(MetricValue.Of(1), new(0.5, 2, confidence, "m"));
        Measurement ratio = OperationRegression.Of(Candidate, Baseline, RegressionScale.Relative, 0.9);
        Assert.Equal((2.0, 0.0, 7.0), (ratio.Value.Number, ratio.Interval!.Low, ratio.Interval.High));
        Measurement difference = OperationRegression.Of(Candidate, Baseline, RegressionScale.Absolute, 0.9);
        Assert.Equal((2.0, 0.0, 3.5), (difference.Value.Number, difference.Interval!.Low, difference.Interval.High));
    }
}
