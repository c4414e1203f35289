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
        MetricFrame frame = MetricFrame.Gather(candidate, grouping, new FrameOptions(IsSameModel: true), candidate);
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Tasks.Contains(candidate.Task) && metric.Name != "consistency"
            && metric.Direction != Direction.Neutral))
        {
            foreach (Measurement worse in frame.RegressionOfGroups(metric).Append(frame.Regression(metric)))
            {
                Assert.Equal((0.0, true), (worse.Value.Number, worse.IsCertain));
                Assert.Null(worse.Interval);
            }
        }
        Measurement disparity = frame.Regression(DisparityCatalogue.Find("equalized_odds_difference")!.Comparison, [true, true]);
        Assert.Equal((0.0, true), (disparity.Value.Number, disparity.IsCertain));
    }

    [Theory]
    [InlineData("accuracy")] // higher is better
    [InlineData("zero_one_loss")] // lower is better
    [InlineData("roc_auc")]
    [InlineData("log_loss")]
    public void Worse_is_positive_whichever_direction_is_better(string name)
    {
        Sample guessing = candidate.WithScores(Array.ConvertAll(candidate.Scores!, score => 1 - score))
            .WithPredictions(Array.ConvertAll(candidate.Predictions!, p => 1 - p));
        MetricFrame frame = MetricFrame.Gather(guessing, grouping, new FrameOptions(), candidate);
        Measurement worse = frame.Regression(Samples.Metric(name));
        Assert.Equal(Math.Abs(frame.Measure(Samples.Metric(name)).Value.Number - frame.MeasureBaseline(Samples.Metric(name)).Value.Number),
            worse.Value.Number, 12);
        Assert.True(worse.Interval!.Low > 0);
    }

    [Fact]
    public void Pairing_makes_the_interval_of_a_small_change_narrow()
    {
        int[] nearlySame = [.. candidate.Predictions!];
        nearlySame[0] = 1 - nearlySame[0];
        MetricFrame frame = MetricFrame.Gather(candidate.WithPredictions(nearlySame), grouping, new FrameOptions(), candidate);
        Interval change = frame.Regression(Samples.Metric("accuracy")).Interval!,
            itself = frame.Measure(Samples.Metric("accuracy")).Interval!;
        Assert.Equal("mover", change.Method);
        Assert.True(change.High - change.Low < 0.4 * (itself.High - itself.Low));
    }

    [Theory]
    [InlineData("accuracy", "mover", "mcnemar_exact")]
    [InlineData("true_positive_rate", "mover", "mcnemar_exact")]
    [InlineData("roc_auc", "delong", "delong")]
    [InlineData("precision", "fay_feuer", null)] // its trials depend on the prediction
    [InlineData("f1", "fay_feuer", null)]
    [InlineData("log_loss", "row_bootstrap", null)]
    public void Paired_method_follows_the_metric(string name, string method, string? test)
    {
        Sample other = candidate.WithPredictions(Array.ConvertAll(candidate.Scores!, score => score >= 0.3 ? 1 : 0))
            .WithScores(Array.ConvertAll(candidate.Scores!, score => Math.Abs(score - 0.2)));
        MetricFrame frame = MetricFrame.Gather(candidate, grouping, new FrameOptions(), other);
        foreach (Measurement worse in frame.RegressionOfGroups(Samples.Metric(name)).Append(frame.Regression(Samples.Metric(name))))
        {
            Assert.Equal(method, worse.Interval!.Method);
            Assert.InRange(worse.Value.Number, worse.Interval.Low, worse.Interval.High);
            Assert.Equal(test, worse.Test?.Name);
            if (worse.Test is not null) Assert.InRange(worse.Test.PValue, 0, 1);
        }
    }

    [Fact]
    public void Test_of_weighted_rates_is_left_out_and_the_interval_widens_with_the_weights()
    {
        Sample other = candidate.WithPredictions(Array.ConvertAll(candidate.Scores!, score => score >= 0.3 ? 1 : 0));
        double[] weights = [.. Enumerable.Range(0, 400).Select(i => i % 5 == 0 ? 4.0 : 1.0)];
        Measurement plain = MetricFrame.Gather(candidate, grouping, new FrameOptions(), other).Regression(Samples.Metric("accuracy"));
        Measurement doubled = MetricFrame.Gather(candidate.WithWeights([.. Enumerable.Repeat(2.0, 400)]), grouping,
            new FrameOptions(), other.WithWeights([.. Enumerable.Repeat(2.0, 400)])).Regression(Samples.Metric("accuracy"));
        Measurement weighted = MetricFrame.Gather(candidate.WithWeights(weights), grouping, new FrameOptions(),
            other.WithWeights(weights)).Regression(Samples.Metric("accuracy"));
        Assert.Null(weighted.Test);
        Assert.Equal(plain.Interval!.High, doubled.Interval!.High, 9);
        Assert.True(weighted.Interval!.High - weighted.Interval.Low > plain.Interval.High - plain.Interval.Low);
    }

    [Theory]
    [InlineData("r2")] // the baseline is below 0
    [InlineData("mae")]
    public void Relative_change_is_a_share_of_the_baselines_size(string name)
    {
        double[] targets = [.. Enumerable.Range(0, 60).Select(i => Math.Sin(i))],
            poor = [.. targets.Select((t, i) => t + 2 * Math.Cos(3 * i))],
            poorer = [.. targets.Select((t, i) => t + 2.5 * Math.Cos(3 * i) + 0.1 * Math.Sin(7 * i))];
        MetricFrame frame = MetricFrame.Gather(Samples.Regression(targets, poorer), Samples.Everyone(60), new FrameOptions(),
            Samples.Regression(targets, poor));
        Metric metric = Samples.Metric(name);
        Measurement relative = frame.Regression(metric, RegressionScale.Relative);
        Assert.Equal(frame.Regression(metric).Value.Number / Math.Abs(frame.MeasureBaseline(metric).Value.Number), relative.Value.Number,
            12);
        Assert.True(relative.Value.Number > 0);
        Assert.InRange(relative.Value.Number, relative.Interval!.Low, relative.Interval.High);
    }

    [Fact]
    public void Recalibrated_model_ranks_as_before_and_may_rank_other_rows_otherwise()
    {
        Sample calibrated = candidate.WithScores(Array.ConvertAll(candidate.Scores!, score => 0.9 * score * score));
        Measurement worse = MetricFrame.Gather(calibrated, grouping, new FrameOptions(), candidate).Regression(Samples.Metric("roc_auc"));
        // No row of the rarer class was displaced: of all rows, no more are than would leave as many untouched in 2.5 % of samples.
        long rarer = candidate.Labels!.LongCount(label => label == 1);
        rarer = Math.Min(rarer, 400 - rarer);
        Assert.Equal(0, worse.Value.Number);
        Assert.Equal(1 - Math.Pow(0.025, 1.0 / rarer), worse.Interval!.High, 9);
        Assert.Equal(1, worse.Test!.PValue);
        Assert.NotEqual(0, MetricFrame.Gather(calibrated, grouping, new FrameOptions(), candidate)
            .Regression(Samples.Metric("log_loss")).Value.Number);
    }

    [Fact]
    public void Relative_change_of_nothing_is_undefined()
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([0, 1, 0, 1], [1, 1, 0, 1]), Samples.Everyone(4), new FrameOptions(),
            Samples.Binary([0, 1, 0, 1], [0, 1, 0, 1]));
        Assert.Equal("the baseline is 0, so there is no share of it",
            frame.Regression(Samples.Metric("zero_one_loss"), RegressionScale.Relative).Value.Undefined);
        Assert.Equal(0.25, frame.Regression(Samples.Metric("accuracy"), RegressionScale.Relative).Value.Number, 12);
    }

    [Fact]
    public void Models_that_agree_in_a_group_by_chance_are_not_known_to_be_equal_there()
    {
        int[] changed = [.. candidate.Predictions!];
        for (int i = 1; i < 60; i++) if (i % 3 != 0) changed[i] = 1 - changed[i]; // only in group b
        MetricFrame frame = MetricFrame.Gather(candidate.WithPredictions(changed), grouping, new FrameOptions(), candidate);
        foreach (string name in new[] { "accuracy", "f1" })
        {
            Measurement ofA = frame.RegressionOfGroups(Samples.Metric(name))[0];
            Assert.Equal(0, ofA.Value.Number);
            Assert.True(ofA.Interval!.Low < 0 && ofA.Interval.High > 0);
        }
    }

    [Fact]
    public void Regression_of_a_comparison_follows_its_levels()
    {
        Grouping within = Grouping.Create([Samples.Column("g", [.. Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? "a" : "b")])],
            [Samples.Column("c", [.. Enumerable.Range(0, 400).Select(i => i % 7 < 3 ? "p" : "q")])], 400);
        Sample other = candidate.WithPredictions(Array.ConvertAll(candidate.Scores!, score => score >= 0.3 ? 1 : 0));
        MetricFrame frame = MetricFrame.Gather(candidate, within, new FrameOptions(), other);
        Comparison comparison = Samples.Comparison("selection_rate", CompareKind.Difference) with { Levels = LevelSummary.Weighted };
        Measurement worse = frame.Regression(comparison, Samples.All(within));
        Assert.Equal(frame.Compare(comparison, Samples.All(within)).Weighted.Value.Number - frame.CompareBaseline(comparison,
            Samples.All(within)).Weighted.Value.Number, worse.Value.Number, 12);
        Assert.InRange(worse.Value.Number, worse.Interval!.Low, worse.Interval.High);
    }

    [Fact]
    public void Baseline_without_scores_leaves_a_regression_undefined_and_says_so()
    {
        MetricFrame frame = MetricFrame.Gather(candidate, grouping, new FrameOptions(), candidate.WithScores(null));
        Assert.Equal("undefined for the baseline: the model gives no scores", frame.Regression(Samples.Metric("roc_auc")).Value.Undefined);
        Assert.True(frame.Regression(Samples.Metric("accuracy")).Value.IsDefined);
    }

    [Fact]
    public void Baseline_comparison_is_that_of_the_baseline_alone()
    {
        Sample other = candidate.WithPredictions(Array.ConvertAll(candidate.Scores!, score => score >= 0.3 ? 1 : 0));
        Comparison comparison = DisparityCatalogue.Find("demographic_parity_difference")!.Comparison;
        MetricFrame paired = MetricFrame.Gather(candidate, grouping, new FrameOptions(), other),
            alone = MetricFrame.Gather(other, grouping, new FrameOptions());
        Assert.Equal(alone.Compare(comparison, [true, true]).Worst.Value, paired.CompareBaseline(comparison, [true, true]).Worst.Value);
    }

    [Fact]
    public void Neutral_metrics_and_a_missing_baseline_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => MetricFrame.Gather(candidate, grouping, new FrameOptions(), candidate)
            .Regression(Samples.Metric("selection_rate")));
        Assert.Throws<InvalidOperationException>(() => MetricFrame.Gather(candidate, grouping, new FrameOptions())
            .Regression(Samples.Metric("accuracy")));
    }

    [Fact]
    public void Baseline_with_other_labels_is_refused() =>
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(candidate, grouping, new FrameOptions(),
            candidate.WithLabels(new int[400])));
}
