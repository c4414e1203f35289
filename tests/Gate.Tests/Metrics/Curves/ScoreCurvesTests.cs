using System.Text.Json;
using Gate.Metrics;
using Gate.Metrics.Curves;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Curves;

public sealed class ScoreCurvesTests
{
    [SkippableTheory]
    [InlineData("adult_tree", "adult_tree_predictions.csv", false)]
    [InlineData("adult_tree/weighted", "adult_tree_predictions.csv", true)]
    [InlineData("breast_cancer", "breast_cancer_predictions.csv", false)]
    public void Roc_and_calibration_agree_with_the_reference(string name, string file, bool weighted)
    {
        GoldenTable table = GoldenTable.Read(file);
        Sample sample = table.Binary(weighted ? table.Numbers("weight") : null);
        JsonElement golden = GoldenJson.Read("sklearn_binary.json").GetProperty("results").GetProperty(name);
        if (golden.TryGetProperty("roc_curve", out JsonElement curve))
        {
            IReadOnlyList<RocPoint> points = ScoreCurves.Roc(sample, null, 10_000);
            Same(GoldenJson.Numbers(curve.GetProperty("fpr")), [.. points.Select(point => point.FalsePositiveRate)]);
            Same(GoldenJson.Numbers(curve.GetProperty("tpr")), [.. points.Select(point => point.TruePositiveRate)]);
            Assert.Null(points[0].Threshold); // the reference invents one there
            Same([.. GoldenJson.Numbers(curve.GetProperty("thresholds")).Skip(1)],
                [.. points.Skip(1).Select(point => point.Threshold!.Value)]);
        }
        if (golden.TryGetProperty("calibration_curve_uniform10", out JsonElement calibration) && !weighted)
        {
            IReadOnlyList<CalibrationBin> bins = ScoreCurves.Calibration(sample, null);
            Same(GoldenJson.Numbers(calibration.GetProperty("prob_true")), [.. bins.Select(bin => bin.FractionPositive)]);
            Same(GoldenJson.Numbers(calibration.GetProperty("prob_pred")), [.. bins.Select(bin => bin.MeanScore)]);
        }
    }

    private static void Same(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Near.Check(expected[i], actual[i], $"point {i}");
    }

    /// <summary>The example of scikit-learn's own documentation.</summary>
    [Fact]
    public void Precision_recall_of_the_textbook_example()
    {
        IReadOnlyList<PrecisionRecallPoint> points = ScoreCurves.PrecisionRecall(Samples.Binary([0, 0, 1, 1], null, [0.1, 0.4, 0.35, 0.8]),
            null);
        Assert.Equal([1, 1, 0.5, 0.5, 0], points.Select(point => point.Recall));
        Assert.Equal([0.5, 2.0 / 3, 0.5, 1, 1], points.Select(point => point.Precision));
        Assert.Equal([0.1, 0.35, 0.4, 0.8, null], points.Select(point => point.Threshold));
    }

    [Fact]
    public void Thinned_curve_keeps_its_ends_and_its_area()
    {
        Sample sample = Intervals.RowBootstrapTests.ScoredRows(5000, 0);
        IReadOnlyList<RocPoint> whole = ScoreCurves.Roc(sample, null, int.MaxValue), thin = ScoreCurves.Roc(sample, null, 100);
        Assert.Equal(100, thin.Count);
        Assert.Equal((whole[0], whole[^1]), (thin[0], thin[^1]));
        Assert.Equal(Area(whole), Area(thin), 0.002);

        static double Area(IReadOnlyList<RocPoint> points) =>
            points.Zip(points.Skip(1)).Sum(pair => (pair.Second.FalsePositiveRate - pair.First.FalsePositiveRate)
                * (pair.Second.TruePositiveRate + pair.First.TruePositiveRate) / 2);
    }

    [Fact]
    public void Curves_of_some_rows_are_those_of_the_rows_alone()
    {
        Sample all = Samples.Binary([0, 1, 1, 0, 1], null, [0.2, 0.9, 0.4, 0.6, 0.6]),
            some = Samples.Binary([1, 0, 1], null, [0.9, 0.6, 0.6]);
        Assert.Equal(ScoreCurves.Roc(some, null), ScoreCurves.Roc(all, [1, 3, 4]));
        Assert.Equal(ScoreCurves.PrecisionRecall(some, null), ScoreCurves.PrecisionRecall(all, [1, 3, 4]));
        Assert.Equal(ScoreCurves.Calibration(some, null), ScoreCurves.Calibration(all, [1, 3, 4]));
    }

    [Fact]
    public void What_has_no_curve_is_empty()
    {
        Sample oneClass = Samples.Binary([0, 0], null, [0.2, 0.9]);
        Assert.Empty(ScoreCurves.Roc(oneClass, null));
        Assert.Empty(ScoreCurves.PrecisionRecall(oneClass, null));
        Assert.Empty(ScoreCurves.Roc(Samples.Binary([0, 1], [0, 1]), null));
        Assert.Empty(ScoreCurves.Calibration(Samples.Binary([0, 1], null, [-1, 2]), null));
        Assert.Empty(ScoreCurves.Roc(oneClass, []));
    }

    [Fact]
    public void Histogram_counts_outliers_in_the_outer_bins_and_the_last_edge_in_the_last()
    {
        Assert.Equal([0.25, 0.25, 0.5], ScoreCurves.Histogram([-1, 1, 2, 3], null, null, [0, 1, 2, 3]));
        Assert.Equal([0.8, 0.2], ScoreCurves.Histogram([0, 1, 2], [4, 1, 9], [0, 1], [0, 1, 2]));
        Assert.Equal([0.0], ScoreCurves.Histogram([], null, null, [0, 1]));
    }
}
