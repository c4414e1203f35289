using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class ComparisonTests
{
    // a: 3 of 4 selected, b: 1 of 4, c: 0 of 2.
    private static readonly Grouping grouping = Samples.By("a", "a", "a", "a", "b", "b", "b", "b", "c", "c");
    private static readonly Sample sample = Samples.Binary([1, 1, 0, 0, 1, 1, 0, 0, 0, 0], [1, 1, 1, 0, 1, 0, 0, 0, 0, 0]);
    private static readonly MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions());

    [Fact]
    public void Difference_names_the_groups_at_both_ends()
    {
        LevelComparison level = frame.Compare(Samples.Comparison("selection_rate", CompareKind.Difference), [true, true, true]).Levels[0];
        Assert.Equal((0.75, 2, 0), (level.Value.Value.Number, level.LowGroup, level.HighGroup));
    }

    [Fact]
    public void Groups_that_are_not_included_take_no_part()
    {
        ComparisonResult result = frame.Compare(Samples.Comparison("selection_rate", CompareKind.Ratio), [true, true, false]);
        Assert.Equal(1.0 / 3, result.Worst.Value.Number, 12);
        Assert.Equal(0, result.WorstLevel);
        Assert.InRange(result.Worst.Value.Number, result.Worst.Interval!.Low, result.Worst.Interval.High);
    }

    [Fact]
    public void One_group_has_nothing_to_differ_from_but_still_a_minimum()
    {
        Assert.Contains("only one group", frame.Compare(Samples.Comparison("accuracy", CompareKind.Difference),
            [true, false, false]).Worst.Value.Undefined, StringComparison.Ordinal);
        Assert.Equal(0.75, frame.Compare(Samples.Comparison("accuracy", CompareKind.GroupMin), [true, false, false]).Worst.Value.Number);
        Assert.True(frame.Compare(Samples.Comparison("accuracy", CompareKind.Difference, CompareMethod.ToOverall),
            [true, false, false]).Worst.Value.IsDefined);
    }

    [Fact]
    public void No_group_makes_everything_undefined()
    {
        foreach (CompareKind kind in Enum.GetValues<CompareKind>().Where(kind => kind != CompareKind.Joint))
            Assert.Equal("no group has enough rows to take part",
                frame.Compare(Samples.Comparison("accuracy", kind), [false, false, false]).Worst.Value.Undefined);
    }

    [Fact]
    public void Undefined_group_makes_the_comparison_undefined_and_is_named()
    {
        ComparisonResult result = frame.Compare(DisparityCatalogue.Find("equalized_odds_difference")!.Comparison, [true, true, true]);
        Assert.Equal("true_positive_rate of g = c is undefined: no positive rows", result.Worst.Value.Undefined);
        Assert.Null(result.WorstLevel);
        Assert.Null(result.Worst.Interval);
    }

    [Fact]
    public void Equalized_odds_says_which_part_decided()
    {
        LevelComparison level = frame.Compare(DisparityCatalogue.Find("equalized_odds_difference")!.Comparison,
            [true, true, false]).Levels[0];
        Assert.Equal(0.5, level.Value.Value.Number);
        Assert.Equal("true_positive_rate", level.Part.Name);
        Assert.Equal(0.5, frame.Compare(DisparityCatalogue.Find("equalized_odds_difference_mean")!.Comparison,
            [true, true, false]).Worst.Value.Number);
    }

    [Fact]
    public void Ratio_of_zeros_is_undefined()
    {
        MetricFrame nobody = MetricFrame.Gather(sample.WithPredictions(new int[10]), grouping, new FrameOptions());
        foreach (CompareMethod method in Enum.GetValues<CompareMethod>())
            Assert.Contains("is 0, so there is no ratio", nobody.Compare(Samples.Comparison("selection_rate", CompareKind.Ratio, method),
                [true, true, true]).Worst.Value.Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Worst_of_the_control_levels_decides()
    {
        Grouping within = Grouping.Create(
            [Samples.Column("g", ["a", "b", "a", "b", "a", "b", "a", "b"])],
            [Samples.Column("c", ["p", "p", "p", "p", "q", "q", "q", "q"])], 8);
        MetricFrame controlled = MetricFrame.Gather(Samples.Binary(new int[8], [1, 1, 0, 0, 1, 0, 1, 0]), within, new FrameOptions());
        ComparisonResult difference = controlled.Compare(Samples.Comparison("selection_rate", CompareKind.Difference), Samples.All(within));
        Assert.Equal((1.0, 1), (difference.Worst.Value.Number, difference.WorstLevel!.Value));
        Assert.Equal(0.0, difference.Levels[0].Value.Value.Number);
    }
}
