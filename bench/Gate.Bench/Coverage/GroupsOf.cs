using Gate.Data;

namespace Gate.Bench.Coverage;

/// <summary>Groupings of simulated rows.</summary>
internal static class GroupsOf
{
    /// <summary>All rows in one group.</summary>
    public static Grouping One(int rows) => Grouping.Create([], [], rows, 1);

    /// <summary>The first rows in the first group, the next in the second, …: all of one size.</summary>
    public static Grouping Equal(int groups, int rowsEach)
    {
        if (groups == 1) return One(rowsEach);
        int[] codes = [.. Enumerable.Range(0, groups * rowsEach).Select(row => row / rowsEach)];
        return Grouping.Create([new CategoryColumn("group", codes, [.. Enumerable.Range(0, groups).Select(Name)])], [], codes.Length, 1);
    }

    private static string Name(int group) => FormattableString.Invariant($"g{group}");
}
