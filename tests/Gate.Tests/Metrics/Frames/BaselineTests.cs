using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class BaselineTests
{
    private static readonly Sample candidate = Intervals.RowBootstrapTests.ScoredRows(400, 0);
    private static readonly Grouping grouping = Samples.By([.. Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? "a" : "b")]);

    [Fact]
    public void Same_model_is_exactly_as_good_with_certainty()
    {
        MetricFrame frame = MetricFrame.Gather(candidate, grouping, new FrameOptions(), candidate);
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Tasks.Contains(candidate.Task) && metric.Name != "consistency" && metric.Direction != Direction.Neutral))
        {
            foreach (Measurement worse in frame.RegressionOfGroups(metric).Append(frame.Regression(metric)))
            {
                Assert.Equal(0.0, worse.Value.Number);
                Assert.Equal((0.0, 0.0), (worse.Interval!.Low, worse.Interval.High));
            }
        }
        Measurement disparity = frame.Regression(DisparityCatalogue.Find("equalized_odds_difference")!.Comparison, [true, true]);
        Assert.Equal((0.0, 0.0, 0.0), (disparity.Value.Number, disparity.Interval!.Low, disparity.Interval.High));
    }

    [Theory]
    [InlineData("accuracy")] // higher is better
    [InlineData("zero_one_loss")] // lower is better
    [InlineData("roc_auc")]
    [InlineData("log_loss")]
    public void Worse_is_positive_whichever_direction_is_better(string name)
    {
        Sample guessing = candidate with { Scores = Array.ConvertAll(candidate.Scores!, score => 1 - score), Predictions = Array.ConvertAll(candidate.Predictions!, p => 1 - p) };
        MetricFrame frame = MetricFrame.Gather(guessing, grouping, new FrameOptions(), candidate);
        Measurement worse = frame.Regression(Samples.Metric(name));
        Assert.Equal(Math.Abs(frame.Measure(Samples.Metric(name)).Value.Number - frame.MeasureBaseline(Samples.Metric(name)).Value.Number), worse.Value.Number, 12);
        Assert.True(worse.Interval!.Low > 0);
    }

    [Fact]
    public void Pairing_makes_the_interval_of_a_small_change_narrow()
    {
        int[] nearlySame = [.. candidate.Predictions!];
        nearlySame[0] = 1 - nearlySame[0];
        MetricFrame frame = MetricFrame.Gather(candidate with { Predictions = nearlySame }, grouping, new FrameOptions(), candidate);
        Interval change = frame.Regression(Samples.Metric("accuracy")).Interval!, itself = frame.Measure(Samples.Metric("accuracy")).Interval!;
        Assert.True(change.High - change.Low < 0.2 * (itself.High - itself.Low));
    }

    [Fact]
    public void Baseline_without_scores_leaves_a_regression_undefined_and_says_so()
    {
        MetricFrame frame = MetricFrame.Gather(candidate, grouping, new FrameOptions(), candidate with { Scores = null });
        Assert.Equal("undefined for the baseline: the model gives no scores", frame.Regression(Samples.Metric("roc_auc")).Value.Undefined);
        Assert.True(frame.Regression(Samples.Metric("accuracy")).Value.IsDefined);
    }

    [Fact]
    public void Baseline_comparison_is_that_of_the_baseline_alone()
    {
        Sample other = candidate with { Predictions = Array.ConvertAll(candidate.Scores!, score => score >= 0.3 ? 1 : 0) };
        Comparison comparison = DisparityCatalogue.Find("demographic_parity_difference")!.Comparison;
        MetricFrame paired = MetricFrame.Gather(candidate, grouping, new FrameOptions(), other), alone = MetricFrame.Gather(other, grouping, new FrameOptions());
        Assert.Equal(alone.Compare(comparison, [true, true]).Worst.Value, paired.CompareBaseline(comparison, [true, true]).Worst.Value);
    }

    [Fact]
    public void Neutral_metrics_and_a_missing_baseline_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => MetricFrame.Gather(candidate, grouping, new FrameOptions(), candidate).Regression(Samples.Metric("selection_rate")));
        Assert.Throws<InvalidOperationException>(() => MetricFrame.Gather(candidate, grouping, new FrameOptions()).Regression(Samples.Metric("accuracy")));
    }

    [Fact]
    public void Baseline_with_other_labels_is_refused() =>
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(candidate, grouping, new FrameOptions(), candidate with { Labels = new int[400] }));
}
