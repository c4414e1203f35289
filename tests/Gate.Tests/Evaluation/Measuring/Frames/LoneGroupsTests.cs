using Gate.Data;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Evaluation.Measuring.Frames;

/// <summary>Which groups of a control level take part in a comparison within it.</summary>
public sealed class LoneGroupsTests
{
    private const string Alone = "no other group of its level has enough evidence";

    /// <summary>Forty rows of a and b at each desk, but at the south b has five.</summary>
    private static string?[] Excluded(Comparison comparison, bool controlled)
    {
        (string Group, string Desk, int Rows)[] parts = [("a", "north", 40), ("a", "south", 40), ("b", "north", 40), ("b", "south", 5)];
        int[] Codes(Func<(string Group, string Desk, int Rows), int> code) =>
            [.. parts.SelectMany(part => Enumerable.Repeat(code(part), part.Rows))];
        var group = new CategoryColumn("g", Codes(part => part.Group == "a" ? 0 : 1), ["a", "b"]);
        var desk = new CategoryColumn("desk", Codes(part => part.Desk == "north" ? 0 : 1), ["north", "south"]);
        Grouping grouping = Grouping.Create(controlled ? [group] : [group, desk], controlled ? [desk] : [], group.Count);
        int[] half = [.. Enumerable.Range(0, group.Count).Select(row => row % 2)];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(half, half), grouping, new FrameOptions());
        var condition = new ConditionSpec { Id = "c", Metric = "selection_rate", Evidence = new EvidenceSpec(30, 0, 0, 0) };
        return GroupEvidence.Excluded(condition, comparison, grouping, new(frame.Overall, frame.Groups));
    }

    private static Comparison Of(CompareKind kind, CompareMethod method = CompareMethod.BetweenGroups) =>
        new("c", kind, [MetricCatalogue.Find("selection_rate")!]) { Method = method };

    [Theory]
    [InlineData(CompareKind.Difference, CompareMethod.BetweenGroups)]
    [InlineData(CompareKind.Ratio, CompareMethod.BetweenGroups)]
    [InlineData(CompareKind.Difference, CompareMethod.ToReference)]
    public void A_group_that_is_left_alone_in_its_level_takes_no_part(CompareKind kind, CompareMethod method)
    {
        string?[] excluded = Excluded(Of(kind, method), controlled: true);
        Assert.Equal(["5 rows, the floor is 30", Alone], excluded.Where(reason => reason is not null).Order(StringComparer.Ordinal));
        Assert.Equal(2, excluded.Count(reason => reason is null));
    }

    [Theory]
    [InlineData(CompareKind.GroupMin, CompareMethod.BetweenGroups, true)]
    [InlineData(CompareKind.Difference, CompareMethod.ToOverall, true)]
    [InlineData(CompareKind.Difference, CompareMethod.BetweenGroups, false)]
    public void What_needs_no_other_group_of_the_level_takes_part(CompareKind kind, CompareMethod method, bool controlled) =>
        Assert.Equal("5 rows, the floor is 30",
            Assert.Single(Excluded(Of(kind, method), controlled), reason => reason is not null));
}
