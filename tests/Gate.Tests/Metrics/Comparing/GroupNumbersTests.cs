using Gate.Metrics;
using Gate.Metrics.Comparing;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Comparing;

public sealed class GroupNumbersTests
{
    private static readonly double[] Groups = [0.5, 0.25, 0.75, 0.25, 0.75];

    [Theory]
    [InlineData(CompareKind.Difference, 0.5)]
    [InlineData(CompareKind.Ratio, 1.0 / 3)]
    [InlineData(CompareKind.GroupMin, 0.25)]
    [InlineData(CompareKind.GroupMax, 0.75)]
    public void Groups_among_themselves_span_from_the_smallest_to_the_largest(CompareKind kind, double expected)
    {
        Assert.Equal(expected, GroupNumbers.Compare(Of(kind), Groups, []));
        Assert.Equal(double.NaN, GroupNumbers.Compare(Of(kind), [0.5, double.NaN], []));
        Assert.Equal(double.NaN, GroupNumbers.Compare(Of(kind), [], []));
    }

    [Fact]
    public void Of_zeros_there_is_a_difference_and_no_ratio()
    {
        Assert.Equal(0, GroupNumbers.Compare(Of(CompareKind.Difference), [0, 0], []));
        Assert.Equal(0, GroupNumbers.Compare(Of(CompareKind.Ratio), [0, 0.5], []));
        Assert.Equal(double.NaN, GroupNumbers.Compare(Of(CompareKind.Ratio), [0, 0], []));
        Assert.Equal((double.NaN, 1), GroupNumbers.Farthest(Of(CompareKind.Ratio, CompareMethod.ToRest), [1, 1, 1], [1, 0, 1]));
    }

    [Theory]
    [InlineData(CompareKind.Difference, false, 0.5, 1)]
    [InlineData(CompareKind.Difference, true, -0.5, 1)]
    [InlineData(CompareKind.Ratio, false, 0.25, 2)]
    [InlineData(CompareKind.Ratio, true, 4.0, 2)]
    public void The_first_of_the_groups_that_are_farthest_from_what_they_are_held_against_decides(CompareKind kind, bool signed,
        double number, int at)
    {
        // Differences 0.25, -0.5, -0.375, 0.5; ratios 0.5, 2, 4, 0.5.
        (double, int) farthest = GroupNumbers.Farthest(Of(kind, CompareMethod.ToRest, signed), [0.25, 1, 0.5, 0.5], [0.5, 0.5, 0.125, 1]);
        Assert.Equal((number, at), farthest);
        Assert.Equal(number, GroupNumbers.Compare(Of(kind, CompareMethod.ToRest, signed), [0.25, 1, 0.5, 0.5], [0.5, 0.5, 0.125, 1]));
    }

    [Theory]
    [InlineData(CompareKind.GroupMin, CompareMethod.ToRest, false, false)]
    [InlineData(CompareKind.GroupMax, CompareMethod.ToOverall, false, false)]
    [InlineData(CompareKind.Difference, CompareMethod.BetweenGroups, true, false)]
    [InlineData(CompareKind.Ratio, CompareMethod.BetweenGroups, true, false)]
    [InlineData(CompareKind.Difference, CompareMethod.ToReference, true, true)]
    [InlineData(CompareKind.Ratio, CompareMethod.ToOverall, true, true)]
    public void Only_distances_by_a_method_have_something_of_their_own_to_be_held_against(CompareKind kind, CompareMethod method,
        bool isDistance, bool hasOther)
    {
        Assert.Equal((isDistance, hasOther, hasOther), (GroupNumbers.IsDistance(Of(kind, method)), GroupNumbers.HasOther(Of(kind, method)),
            GroupNumbers.IsSigned(Of(kind, method, true))));
        Assert.False(GroupNumbers.IsSigned(Of(kind, method)));
    }

    [Fact]
    public void Far_from_nothing_small_as_a_share_low_as_a_minimum_and_high_as_a_maximum_is_bad()
    {
        Comparison signed = Of(CompareKind.Ratio, CompareMethod.ToRest, true);
        Assert.Equal(0.5, GroupNumbers.Badness(Of(CompareKind.Difference), -0.5));
        Assert.Equal(-0.5, GroupNumbers.Badness(Of(CompareKind.Ratio), 0.5));
        Assert.Equal(GroupNumbers.Badness(signed, 0.25), GroupNumbers.Badness(signed, 4));
        Assert.True(GroupNumbers.Badness(signed, 1) < GroupNumbers.Badness(signed, 1.5));
        Assert.Equal(-0.5, GroupNumbers.Badness(Of(CompareKind.GroupMin), 0.5));
        Assert.Equal(0.5, GroupNumbers.Badness(Of(CompareKind.GroupMax), 0.5));
    }

    [Fact]
    public void Parts_become_their_worst_or_their_mean()
    {
        Comparison difference = Of(CompareKind.Difference, CompareMethod.ToRest, true), ratio = Of(CompareKind.Ratio);
        Assert.Equal(-0.5, GroupNumbers.Aggregate(difference, Aggregation.WorstCase, [0.25, -0.5, 0.5]));
        Assert.Equal(0.25, GroupNumbers.Aggregate(ratio, Aggregation.WorstCase, [0.5, 0.25, 1]));
        Assert.Equal(0.5, GroupNumbers.Aggregate(ratio, Aggregation.Mean, [0.25, 0.25, 1]));
        Assert.Equal(double.NaN, GroupNumbers.Aggregate(ratio, Aggregation.WorstCase, [0.5, double.NaN]));
        Assert.Equal(double.NaN, GroupNumbers.Aggregate(ratio, Aggregation.Mean, [double.NaN, 0.5]));
        Assert.Equal(1, LevelComparer.Worst(difference, [0.25, -0.5, 0.5, 0.1]));
        Assert.Equal(0, LevelComparer.Worst(ratio, [0.25, 0.25, 1]));
    }

    private static Comparison Of(CompareKind kind, CompareMethod method = CompareMethod.BetweenGroups, bool signed = false) =>
        Samples.Comparison("selection_rate", kind, method) with { Signed = signed };
}
