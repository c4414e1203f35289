using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Functions of the confusion matrix: a cell without rows is no certainty.</summary>
public sealed class GammaCellsTests
{
    [Fact]
    public void Twelve_of_twelve_positives_found_show_little()
    {
        Interval some = Of("balanced_accuracy", 12, 0, 4, 184), better = Of("balanced_accuracy", 12, 0, 0, 188);
        Assert.Equal("fay_feuer", some.Method);
        // The recall alone can be as low as 0.735, and counts one half.
        Assert.InRange(some.Low, 0.84, 0.875);
        Assert.True(better.Low >= some.Low && better.High >= some.High, $"{better} is not above {some}");
    }

    /// <summary>With one class always right, the metric moves with the other's share alone, and so do its limits.</summary>
    [Theory]
    [InlineData(3, 97)]
    [InlineData(0, 60)]
    [InlineData(30, 70)]
    public void Of_one_uncertain_share_the_limits_are_those_of_Clopper_and_Pearson(int misses, int hits)
    {
        Interval found = Of("balanced_accuracy", hits, misses, 0, 10_000_000);
        (double low, double high) = ClopperPearson.At(hits / (double)(hits + misses), hits + misses, Limits.Critical(0.95));
        Assert.Equal(low, 2 * found.Low - 1, 0.012);
        Assert.Equal(high, 2 * found.High - 1, 0.012);
    }

    [Fact]
    public void A_metric_that_falls_with_errors_has_its_row_more_on_the_other_side()
    {
        // No miss was found, so the ratio of misses to false alarms is 0, and may well be above.
        Interval ratio = Of("treatment_ratio", 40, 0, 10, 50);
        Assert.Equal(0, ratio.Low);
        Assert.InRange(ratio.High, 0.2, 1);
    }

    [Fact]
    public void Many_classes_that_are_all_right_are_not_certain_either()
    {
        int[] labels = [.. Enumerable.Range(0, 300).Select(i => i % 10)];
        string[] classes = [.. Enumerable.Range(0, 10).Select(k => $"c{k}")];
        Interval interval = MetricFrame.Gather(Samples.Multiclass(classes, labels, labels), Samples.Everyone(300), new FrameOptions())
            .Measure(Samples.Metric("f1_macro")).Interval!;
        Assert.Equal(1, interval.High);
        Assert.InRange(interval.Low, 0.96, 0.995);
    }

    [Fact]
    public void Weights_count_as_the_rows_that_they_are_worth()
    {
        int[] labels = [.. Enumerable.Range(0, 400).Select(i => i % 4 == 0 ? 1 : 0)],
            predictions = [.. labels.Select((label, i) => i % 7 == 0 ? 1 - label : label)];
        Interval Measured(double[]? weights) => MetricFrame.Gather(Samples.Binary(labels, predictions, weights: weights),
            Samples.Everyone(400), new FrameOptions()).Measure(Samples.Metric("balanced_accuracy")).Interval!;
        Interval plain = Measured(null), equal = Measured([.. Enumerable.Repeat(2.5, 400)]),
            uneven = Measured([.. Enumerable.Range(0, 400).Select(i => i % 10 == 0 ? 20.0 : 1)]);
        Assert.Equal(plain.Low, equal.Low, 12);
        Assert.True(uneven.High - uneven.Low > 1.5 * (plain.High - plain.Low));
    }

    private static Interval Of(string metric, int truePositives, int falseNegatives, int falsePositives, int trueNegatives)
    {
        var counts = new GatheredCounts(Gate.Data.TaskType.BinaryClassification, ["0", "1"],
        [
            Cell.Of(0, 1, 1, 0, truePositives), Cell.Of(0, 0, 0, 0, trueNegatives),
            .. falseNegatives > 0 ? [Cell.Of(0, 1, 0, 0, falseNegatives)] : Array.Empty<Cell>(),
            .. falsePositives > 0 ? [Cell.Of(0, 0, 1, 0, falsePositives)] : Array.Empty<Cell>(),
        ], HasPredictions: true);
        return MetricFrame.Of(counts, Samples.Everyone(1), new FrameOptions()).Measure(Samples.Metric(metric)).Interval!;
    }
}
