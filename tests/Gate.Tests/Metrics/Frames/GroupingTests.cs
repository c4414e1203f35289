using Gate.Data;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Frames;

/// <summary>How rows become groups where names or numbers of values are odd.</summary>
public class GroupingTests
{
    private static readonly int[] ThreadCounts = [1, 2, 8];

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

    /// <summary>Groups are the sorted distinct combinations, whichever way the codes are kept: in bytes, in integers, or found one by
    /// one.</summary>
    [Theory]
    [InlineData(2, 5)]       // below 32 combinations
    [InlineData(10, 20)]     // below 256
    [InlineData(40, 30)]     // an integer a row
    [InlineData(2_000, 900)] // too many combinations for a table
    public void Groups_are_the_combinations_that_occur(int first, int second)
    {
        const int rows = 300_007;
        var random = new CounterRandom(2, 0, (ulong)first);
        int[] one = new int[rows], other = new int[rows];
        // -1 is missing; odd codes never occur
        for (int i = 0; i < rows; i++) (one[i], other[i]) = (random.NextIndex(first + 1) - 1, 2 * random.NextIndex((second + 1) / 2));
        CategoryColumn[] columns = [Made("a", one, first), Made("b", other, second + 1)];
        Grouping[] made = [.. ThreadCounts.Select(threads => Grouping.Create([columns[1]], [columns[0]], rows, threads))];

        (int, int)[] keys = [.. one.Zip(other, (a, b) => (a < 0 ? int.MaxValue : a, b))], present = [.. keys.Distinct().Order()];
        var index = present.Select((key, g) => (key, g)).ToDictionary(pair => pair.key, pair => pair.g);
        Assert.Equal(keys.Select(key => index[key]), made[0].Codes);
        Assert.Equal(present.Select(key => $"b{key.Item2}"), made[0].Groups.Select(group => group.Values[0]));
        Assert.Equal(present.Select(key => key.Item1 == int.MaxValue ? Grouping.MissingName : $"a{key.Item1}"),
            made[0].Groups.Select(group => made[0].Levels[group.Level][0]));
        Assert.All(made, grouping => Assert.Equal(made[0].Codes, grouping.Codes));
    }

    [Fact]
    public void Column_of_another_length_is_refused() =>
        Assert.Contains("has 2 rows where 3 are expected",
            Assert.Throws<ArgumentException>(() => Grouping.Create([Made("a", [0, 0], 1)], [], 3)).Message);

    private static CategoryColumn Made(string name, int[] codes, int categories) =>
        new(name, codes, [.. Enumerable.Range(0, categories).Select(c => $"{name}{c}")]);
}
