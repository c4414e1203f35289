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
    [InlineData("average_abs_odds_difference", (15 / 17.0 - 8 / 14.0 + 5 / 15.0 - 4 / 16.0) / 2)]
    public void Of_classes(string name, double expected) => Near.Check(expected, rows.Compare(name).Worst.Value.Number, name);

    [Theory]
    [InlineData("mean_residual_difference", 1.5 - -2)]
    [InlineData("error_parity_difference", 2.0 - 1.5)]
    [InlineData("bounded_group_loss", 5.0)]
    [InlineData("bounded_group_loss_absolute", 2.0)]
    public void Of_numbers(string name, double expected)
    {
        // Residuals: a 1 and 2, b -3 and -1.
        MetricFrame frame = MetricFrame.Gather(Samples.Regression([10, 20, 30, 40], [11, 22, 27, 39]), Samples.By("a", "a", "b", "b"), new FrameOptions(Replicates: 0));
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
        Grouping grouping = Grouping.Create([Samples.Column("g", own.Groups)], [Samples.Column("s", [.. Enumerable.Range(0, 300).Select(i => $"{i % 2}")])], 300);
        MetricFrame frame = MetricFrame.Gather(own.Sample, grouping, new FrameOptions(Replicates: 200));
        foreach (NamedDisparity disparity in DisparityCatalogue.All.Where(d => d.Tasks.Contains(TaskType.BinaryClassification)))
        {
            if (disparity.Comparison.Parts.Any(part => part.Input == MetricInput.Scores)) continue;
            Measurement worst = frame.Compare(disparity.Comparison, Samples.All(grouping)).Worst;
            Assert.True(worst.Value.IsDefined, $"{disparity.Comparison.Name}: {worst.Value.Undefined}");
            Assert.InRange(worst.Value.Number, disparity.Range.Low, disparity.Range.High);
            if (worst.Interval is null) continue;
            Assert.InRange(worst.Interval.Low, disparity.Range.Low, worst.Value.Number);
            Assert.InRange(worst.Interval.High, worst.Value.Number, disparity.Range.High + 1e-12);
        }
    }
}
