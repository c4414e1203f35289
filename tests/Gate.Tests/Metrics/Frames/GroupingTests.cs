using Gate.Data;
using Gate.Metrics;

namespace Gate.Tests.Metrics.Frames;

/// <summary>How rows become groups where names or numbers of values are odd.</summary>
public class GroupingTests
{
    [Fact]
    public void A_value_written_like_the_missing_group_is_told_apart_from_it()
    {
        var column = new CategoryColumn("g", [0, 1, -1, 0], ["(missing)", "a"]);
        Assert.Equal(["'(missing)'", "a", "(missing)"], Grouping.Create([column], [], 4).Groups.Select(group => group.Values[0]));
    }

    [Fact]
    public void More_combinations_than_can_be_counted_are_refused_by_name()
    {
        string[] values = [.. Enumerable.Range(0, 200).Select(i => $"v{i}")];
        CategoryColumn[] columns = [.. Enumerable.Range(0, 9).Select(c => new CategoryColumn($"c{c}", [c], values))];
        string message = Assert.Throws<DataException>(() => Grouping.Create(columns, [], 1)).Message;
        Assert.Contains("'c0', 'c1'", message, StringComparison.Ordinal);
        Assert.Single(Grouping.Create(columns[..8], [], 1).Groups);
    }
}
