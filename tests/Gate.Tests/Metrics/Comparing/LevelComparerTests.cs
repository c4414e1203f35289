using Gate.Metrics;
using Gate.Metrics.Comparing;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Comparing;

/// <summary>Which groups a comparison names, and why there is none.</summary>
public sealed class LevelComparerTests
{
    // Selected: a 2 of 2, b none of 2, c 1 of 2. Only a has positive rows.
    private static readonly Grouping Grouping = Samples.By("a", "a", "b", "b", "c", "c");
    private static readonly MetricFrame Frame =
        MetricFrame.Gather(Samples.Binary([1, 1, 0, 0, 0, 0], [1, 1, 0, 0, 1, 0]), Grouping, new FrameOptions());

    [Theory]
    [InlineData("b", 0, 1)]
    [InlineData("a", 1, 0)]
    public void Against_a_reference_the_ends_are_the_farthest_group_and_the_reference(string reference, int farthest, int at)
    {
        LevelComparison level = Frame.Compare(Of(CompareKind.Difference, CompareMethod.ToReference, reference), [true, true, true])
            .Levels[0];
        Assert.Equal((1, 0, farthest), (level.LowGroup!.Value, level.HighGroup!.Value, level.FarthestGroup!.Value));
        Assert.Equal(1.0, level.Value.Value.Number);
        Assert.NotEqual(farthest, at);
    }

    [Fact]
    public void Of_groups_that_take_part_the_index_is_that_of_all()
    {
        LevelComparison level = Frame.Compare(Of(CompareKind.Difference, CompareMethod.BetweenGroups), [false, true, true]).Levels[0];
        Assert.Equal((1, 2), (level.LowGroup!.Value, level.HighGroup!.Value));
        level = Frame.Compare(Of(CompareKind.Difference, CompareMethod.ToReference, "c"), [false, true, true]).Levels[0];
        Assert.Equal((1, 2, 1), (level.LowGroup!.Value, level.HighGroup!.Value, level.FarthestGroup!.Value));
    }

    [Theory]
    [InlineData(CompareMethod.BetweenGroups, new[] { false, true, false },
        "only one group takes part, so there is nothing to compare it with")]
    [InlineData(CompareMethod.ToReference, new[] { false, true, false }, "the reference group g = a has too few rows to take part")]
    [InlineData(CompareMethod.ToReference, new[] { true, false, false },
        "only one group takes part, so there is nothing to compare it with")]
    [InlineData(CompareMethod.ToOverall, new[] { false, false, false }, "no group has enough rows to take part")]
    [InlineData(CompareMethod.ToRest, new[] { true, true, true }, "true_positive_rate of all rows outside g = a is undefined: no positive "
        + "rows")]
    [InlineData(CompareMethod.ToReference, new[] { true, true, true }, "true_positive_rate of g = b is undefined: no positive rows")]
    [InlineData(CompareMethod.ToOverall, new[] { true, true, true }, "true_positive_rate of g = b is undefined: no positive rows")]
    public void What_cannot_be_compared_says_why(CompareMethod method, bool[] included, string expected) => Assert.Equal(expected,
        Frame.Compare(Of(CompareKind.Difference, method, "a", "true_positive_rate"), included).Worst.Value.Undefined);

    [Theory]
    [InlineData(CompareMethod.BetweenGroups, "the largest selection_rate is 0, so there is no ratio to it")]
    [InlineData(CompareMethod.ToReference, "selection_rate of the reference group g = a is 0, so there is no ratio to it")]
    [InlineData(CompareMethod.ToRest, "selection_rate of all rows outside g = a is 0, so there is no ratio to it")]
    [InlineData(CompareMethod.ToOverall, "selection_rate of all rows is 0, so there is no ratio to it")]
    public void A_ratio_to_nothing_says_to_what(CompareMethod method, string expected)
    {
        MetricFrame nobody = MetricFrame.Gather(Samples.Binary(new int[6], new int[6]), Grouping, new FrameOptions());
        Assert.Equal(expected, nobody.Compare(Of(CompareKind.Ratio, method, "a"), [true, true, true]).Worst.Value.Undefined);
    }

    [Fact]
    public void One_group_can_be_held_against_rows_that_take_no_part()
    {
        Assert.Equal(0.75, Frame.Compare(Of(CompareKind.Difference, CompareMethod.ToRest), [true, false, false]).Worst.Value.Number);
        Assert.Equal(0.5, Frame.Compare(Of(CompareKind.Difference, CompareMethod.ToOverall), [true, false, false]).Worst.Value.Number);
        Assert.Equal(1.0, Frame.Compare(Of(CompareKind.GroupMin, CompareMethod.BetweenGroups), [true, false, false]).Worst.Value.Number);
    }

    [Fact]
    public void A_comparison_takes_a_flag_for_every_group_and_at_least_one_metric()
    {
        Comparison comparison = Of(CompareKind.Difference, CompareMethod.BetweenGroups);
        Assert.StartsWith("2 flags for 3 groups",
            Assert.Throws<ArgumentException>(() => Frame.Compare(comparison, [true, true])).Message, StringComparison.Ordinal);
        Assert.StartsWith("a comparison needs at least one metric",
            Assert.Throws<ArgumentException>(() => Frame.Compare(comparison with { Parts = [] }, [true, true, true])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_is_called_by_its_columns_and_the_group_without_columns_all_rows()
    {
        Grouping two = Grouping.Create([Samples.Column("g", ["a", "b"]), Samples.Column("h", ["x", "y"])], [], 2);
        Assert.Equal("g = b, h = y", References.Name(two, ["b", "y"]));
        Assert.Equal("all rows", References.Name(Samples.Everyone(2), []));
    }

    [Fact]
    public void The_first_of_equals_is_the_reference()
    {
        // a and c have the most rows, b and d the fewest; the rates are 0.5, 1, 0.5, 1.
        Grouping four = Samples.By("a", "a", "b", "c", "c", "d");
        var level = new LevelGroups(four, [Rows(2), Rows(1), Rows(2), Rows(1)], 0, [0, 1, 2, 3]);
        double[] rates = [0.5, 1, 0.5, 1];
        Assert.Equal(0, Position(ReferenceKind.Largest, Direction.HigherIsBetter));
        Assert.Equal(1, Position(ReferenceKind.Best, Direction.HigherIsBetter));
        Assert.Equal(0, Position(ReferenceKind.Worst, Direction.HigherIsBetter));
        Assert.Equal(0, Position(ReferenceKind.Best, Direction.LowerIsBetter));
        Assert.Equal(1, Position(ReferenceKind.Worst, Direction.LowerIsBetter));
        Assert.Equal(1, Position(ReferenceKind.Best, Direction.Neutral));
        Assert.Equal((6, 6.0), (level.Rows, level.Weight));
        Assert.Equal((6, 3.0), ((level with { Members = [0, 1] }).Rows, new LevelGroups(four, level.Counts, 0, [0, 1]).Weight));

        int Position(ReferenceKind kind, Direction direction) =>
            References.Position(new ReferenceGroup(kind), direction, level, rates);
        GroupCounts Rows(long count) => new(count, count, null, null, null);
    }

    private static Comparison Of(CompareKind kind, CompareMethod method, string? reference = null, string metric = "selection_rate") =>
        Samples.Comparison(metric, kind, method) with
        {
            Reference = new ReferenceGroup(reference is null ? ReferenceKind.Largest : ReferenceKind.Named,
                reference is null ? null : [reference]),
        };
}
