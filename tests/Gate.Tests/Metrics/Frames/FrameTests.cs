using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class FrameTests
{
    /// <summary>Numbers copied from the reference on Adult: 11803, 632, 1895 and 1951 rows.</summary>
    [Fact]
    public void Adult_tree_in_four_cells()
    {
        (int Label, int Prediction, int Rows)[] cells = [(0, 0, 11803), (0, 1, 632), (1, 0, 1895), (1, 1, 1951)];
        int[] labels = [.. cells.SelectMany(cell => Enumerable.Repeat(cell.Label, cell.Rows))],
            predictions = [.. cells.SelectMany(cell => Enumerable.Repeat(cell.Prediction, cell.Rows))];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(labels, predictions), Samples.Everyone(16281), new FrameOptions());

        Near.Check(0.8447884036607088, frame.Measure(Samples.Metric("accuracy")).Value.Number, "accuracy");
        Near.Check(0.7282280024614736, frame.Measure(Samples.Metric("balanced_accuracy")).Value.Number, "balanced_accuracy");
        Near.Check(0.6069373152900918, frame.Measure(Samples.Metric("f1")).Value.Number, "f1");
        Near.Check(0.5306836109448358, frame.Measure(Samples.Metric("matthews_corrcoef")).Value.Number, "mcc");
        Near.Check(0.5148459685196759, frame.Measure(Samples.Metric("cohen_kappa")).Value.Number, "kappa");
        Near.Check(0.15865118850193477, frame.Measure(Samples.Metric("selection_rate")).Value.Number, "selection_rate");
        Assert.Equal(1951, frame.Measure(Samples.Metric("true_positives")).Value.Number);
        Assert.Equal(new GroupCounts(16281, 16281, 3846, 12435, 2583), frame.Overall);
        Assert.Equal("wilson", frame.Measure(Samples.Metric("accuracy")).Interval!.Method);
        Assert.Equal("fay_feuer", frame.Measure(Samples.Metric("f1")).Interval!.Method);
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Sample sample = Intervals.RowBootstrapTests.ScoredRows(1500, 0);
        Grouping grouping = Samples.By([.. Enumerable.Range(0, 1500).Select(i => $"{i % 4}")]);
        double[] one = Everything(1), two = Everything(2), eight = Everything(8);
        Assert.Equal(one, two);
        Assert.Equal(one, eight);

        double[] Everything(int threads)
        {
            MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 250, Threads: threads));
            return
            [
                .. MetricCatalogue.All.Where(metric => metric.Tasks.Contains(sample.Task) && metric.Name != "consistency")
                    .SelectMany(metric =>
                    frame.MeasureGroups(metric).Append(frame.Measure(metric))
                        .Append(frame.Compare(Samples.Comparison(metric.Name, CompareKind.Difference), Samples.All(grouping)).Worst)
                        .SelectMany(measured => new[] { measured.Value.Number, measured.Interval?.Low ?? 0, measured.Interval?.High
                            ?? 0 })),
            ];
        }
    }

    [Fact]
    public void Same_seed_same_interval_other_seed_another()
    {
        Sample sample = Intervals.RowBootstrapTests.ScoredRows(500, 0);
        Interval Of(ulong seed) => MetricFrame.Gather(sample, Samples.Everyone(500), new FrameOptions(Seed: seed))
            .Measure(Samples.Metric("average_precision")).Interval!;
        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Theory]
    [InlineData("mean_absolute_error", "it does not exist for binary classification")]
    [InlineData("roc_auc", "the model gives no scores")]
    [InlineData("log_loss", "the model gives no scores")]
    public void Metric_that_the_sample_cannot_serve_says_why(string name, string reason)
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([0, 1], [0, 1]), Samples.Everyone(2), new FrameOptions());
        Assert.Equal(reason, frame.Measure(Samples.Metric(name)).Value.Undefined);
    }

    [Fact]
    public void Scores_that_are_no_probabilities_have_an_auc_but_no_log_loss()
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([0, 1, 1, 0], null, [-3, 2.5, 8, 1]), Samples.Everyone(4),
            new FrameOptions());
        Assert.Equal(1.0, frame.Measure(Samples.Metric("roc_auc")).Value.Number);
        Assert.Equal("the scores are not probabilities from 0 to 1", frame.Measure(Samples.Metric("log_loss")).Value.Undefined);
        Assert.Equal("the model gives no predicted classes", frame.Measure(Samples.Metric("accuracy")).Value.Undefined);
    }

    [Fact]
    public void Metric_that_most_replicates_leave_undefined_has_no_interval()
    {
        // One positive of 20 rows: a third of the replicates hold none.
        int[] labels = [1, .. new int[19]];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(labels, labels, [.. labels.Select((y, i) => y * 0.5 + i * 0.01)]),
            Samples.Everyone(20), new FrameOptions());
        Assert.True(frame.Measure(Samples.Metric("roc_auc")).Value.IsDefined);
        Assert.Null(frame.Measure(Samples.Metric("roc_auc")).Interval);
        Assert.Null(frame.Measure(Samples.Metric("average_precision")).Interval);
        // Of counts there are draws of the one positive as well: found once, it may be missed nearly always.
        Assert.InRange(frame.Measure(Samples.Metric("balanced_accuracy")).Interval!.Low, 0.45, 0.55);
    }

    [Fact]
    public void Many_classes_and_groups_are_gathered_by_what_occurs()
    {
        string[] classes = [.. Enumerable.Range(0, 60).Select(k => $"c{k}")];
        int[] labels = [.. Enumerable.Range(0, 6000).Select(i => i % 60)],
            predictions = [.. labels.Select((k, i) => i % 4 == 0 ? (k + 1) % 60 : k)];
        Grouping grouping = Samples.By([.. Enumerable.Range(0, 6000).Select(i => $"{i % 50}")]);
        MetricFrame frame = MetricFrame.Gather(Samples.Multiclass(classes, labels, predictions), grouping,
            new FrameOptions(Replicates: 200));
        Assert.Equal(0.75, frame.Measure(Samples.Metric("accuracy")).Value.Number, 12);
        Assert.Equal(120, frame.Groups[7].Count);
    }

    [Fact]
    public void Sample_that_breaks_its_contract_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(Samples.Binary([0, 2], [0, 1]), Samples.Everyone(2), new FrameOptions()));
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(Samples.Binary([0, 1], [0]), Samples.Everyone(2), new FrameOptions()));
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(Samples.Binary([0, 1], [0, 1], [0.1, double.NaN]), Samples.Everyone(2),
            new FrameOptions()));
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(Samples.Binary([0, 1], [0, 1], weights: [1, -1]), Samples.Everyone(2),
            new FrameOptions()));
        Assert.Throws<ArgumentException>(() => MetricFrame.Gather(Samples.Binary([0, 1], [0, 1]), Samples.Everyone(3), new FrameOptions()));
    }

    [Fact]
    public void Cancelled_work_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => MetricFrame.Gather(Samples.Binary([0, 1], [0, 1]), Samples.Everyone(2),
            new FrameOptions(), cancel: cancelled.Token));
    }
}
