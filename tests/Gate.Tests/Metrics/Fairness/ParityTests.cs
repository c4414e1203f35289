using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

public sealed class ParityTests
{
    private static readonly Facets rows = Facets.Of(("a", 10, 5, 2, 15), ("b", 12, 4, 6, 8));

    [Theory]
    [InlineData("predictive_parity_difference", 15 / 20.0 - 8 / 12.0)]
    [InlineData("predictive_parity_ratio", 8 / 12.0 / (15 / 20.0))]
    [InlineData("predictive_equality_difference", 5 / 15.0 - 4 / 16.0)]
    [InlineData("accuracy_parity_difference", 25 / 32.0 - 20 / 30.0)]
    [InlineData("accuracy_parity_ratio", 20 / 30.0 / (25 / 32.0))]
    [InlineData("treatment_equality_difference", 6 / 4.0 - 2 / 5.0)]
    // of negative predictions; of positive ones it is half of that
    [InlineData("conditional_use_accuracy_difference", 10 / 12.0 - 12 / 18.0)]
    [InlineData("average_abs_odds_difference", (15 / 17.0 - 8 / 14.0 + 5 / 15.0 - 4 / 16.0) / 2)]
    public void Of_classes(string name, double expected) => Near.Check(expected, rows.Compare(name).Worst.Value.Number, name);

    /// <summary>The larger of two differences, in which the negative predictions decide; those of the first group are right in 10 of 12, of
    /// the second in 5 of 20.</summary>
    [Fact]
    public void Conditional_use_accuracy_is_the_larger_of_both_differences()
    {
        LevelComparison level = Facets.Of(("a", 10, 5, 2, 15), ("b", 5, 4, 15, 8)).Compare("conditional_use_accuracy_difference").Levels[0];
        Near.Check(10 / 12.0 - 5 / 20.0, level.Value.Value.Number, "of both");
        Assert.Equal("negative_predictive_value", level.Part.Name);
    }

    /// <summary>Bins of a: 0.15 with one positive of four, 0.85 with all of two; of b: 0.35 with one of two.</summary>
    [Fact]
    public void Calibration_within_groups_is_the_largest_error_of_a_group()
    {
        Sample sample = Samples.Binary([0, 0, 1, 0, 1, 1, 0, 1], null, [0.15, 0.15, 0.15, 0.15, 0.85, 0.85, 0.35, 0.35]);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.By("a", "a", "a", "a", "a", "a", "b", "b"), new FrameOptions(Replicates: 0));
        LevelComparison level = frame.Compare(DisparityCatalogue.Find("calibration_within_groups")!.Comparison, [true, true]).Levels[0];
        Near.Check((4 * (0.25 - 0.15) + 2 * (1 - 0.85)) / 6, frame.MeasureGroups(Samples.Metric("ece"))[0].Value.Number, "of a");
        Near.Check(0.5 - 0.35, level.Value.Value.Number, "largest");
    }

    [Theory]
    [InlineData(0.5, 33 - 16.5)]
    [InlineData(0.9, 39 - 22.0)]
    public void Quantiles_of_predictions(double q, double expected)
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Regression([10, 20, 30, 40], [11, 22, 27, 39]), Samples.By("a", "a", "b", "b"),
            new FrameOptions(Replicates: 0));
        Comparison comparison = DisparityCatalogue.Find("quantile_parity_difference")!.Comparison;
        Comparison own = comparison with { Parts = [comparison.Parts[0].With(new Dictionary<string, double> { ["q"] = q })] };
        Near.Check(expected, frame.Compare(own, [true, true]).Worst.Value.Number, "quantile_parity_difference");
    }

    [Theory]
    [InlineData("mean_residual_difference", 1.5 - -2)]
    [InlineData("error_parity_difference", 2.0 - 1.5)]
    [InlineData("bounded_group_loss", 5.0)]
    [InlineData("bounded_group_loss_absolute", 2.0)]
    public void Of_numbers(string name, double expected)
    {
        // Residuals: a 1 and 2, b -3 and -1.
        MetricFrame frame = MetricFrame.Gather(Samples.Regression([10, 20, 30, 40], [11, 22, 27, 39]), Samples.By("a", "a", "b", "b"),
            new FrameOptions(Replicates: 0));
        Near.Check(expected, frame.Compare(DisparityCatalogue.Find(name)!.Comparison, [true, true]).Worst.Value.Number, name);
    }

    [Fact]
    public void Every_disparity_is_described_under_names_of_its_own()
    {
        Assert.Equal(DisparityCatalogue.All.Count, DisparityCatalogue.All.Select(d => d.Comparison.Name).Distinct().Count());
        foreach (NamedDisparity disparity in DisparityCatalogue.All)
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", disparity.Comparison.Name);
            Assert.EndsWith(".", disparity.Definition, StringComparison.Ordinal);
            Assert.False(disparity.UndefinedWhen.EndsWith('.'));
            Assert.NotEmpty(disparity.Source);
            Assert.NotEmpty(disparity.Tasks);
            Assert.True(disparity.Range.Low < disparity.Range.High);
            foreach (string name in disparity.Aliases.Append(disparity.Comparison.Name))
            {
                Assert.Same(disparity, DisparityCatalogue.Find(name));
                Assert.Null(MetricCatalogue.Find(name));
            }
        }
    }

    [Fact]
    public void Values_lie_in_the_range_that_is_promised()
    {
        Facets own = Facets.Random(300, 3, 8, weighted: true);
        Grouping grouping = Grouping.Create([Samples.Column("g", own.Groups)],
            [Samples.Column("s", [.. Enumerable.Range(0, 300).Select(i => $"{i % 2}")])], 300);
        MetricFrame frame = MetricFrame.Gather(own.Sample, grouping, new FrameOptions(Replicates: 200));
        foreach (NamedDisparity disparity in DisparityCatalogue.All.Where(d => d.Tasks.Contains(TaskType.BinaryClassification)))
        {
            if (disparity.Comparison.Parts.Any(part => part.Inputs == MetricInputs.Scores)) continue;
            Measurement worst = frame.Compare(disparity.Comparison, Samples.All(grouping)).Worst;
            Assert.True(worst.Value.IsDefined, $"{disparity.Comparison.Name}: {worst.Value.Undefined}");
            Assert.InRange(worst.Value.Number, disparity.Range.Low, disparity.Range.High);
            if (worst.Interval is null) continue;
            Assert.InRange(worst.Interval.Low, disparity.Range.Low, worst.Value.Number);
            Assert.InRange(worst.Interval.High, worst.Value.Number, disparity.Range.High + 1e-12);
        }
    }
}
