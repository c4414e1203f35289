using Gate.Metrics.Groups;

namespace Gate.Metrics.Comparing;

/// <summary>Finds the reference group of a comparison among the groups of a control level.</summary>
internal static class References
{
    /// <summary>Whether the values decide which group is the reference.</summary>
    public static bool IsChosenByValue(ReferenceGroup reference) => reference.Kind is ReferenceKind.Best or ReferenceKind.Worst;

    /// <summary>Why there is no reference group among the members, or null.</summary>
    public static string? Refuse(ReferenceGroup reference, Grouping grouping, int level, int[] members)
    {
        if (reference.Kind != ReferenceKind.Named) return null;
        string name = Name(grouping, reference.Values ?? []);
        int group = Named(reference, grouping, level);
        return group < 0 ? $"there is no reference group {name}"
            : !members.Contains(group) ? $"the reference group {name} has too few rows to take part"
            : null;
    }

    /// <summary>The position of the reference among the members.</summary>
    /// <param name="reference">Which group.</param>
    /// <param name="direction">Whether larger values of the metric are better.</param>
    /// <param name="level">The groups.</param>
    /// <param name="values">The value of each member.</param>
    public static int Position(ReferenceGroup reference, Direction direction, LevelGroups level, ReadOnlySpan<double> values)
    {
        bool largest = (direction == Direction.LowerIsBetter) == (reference.Kind == ReferenceKind.Worst);
        return reference.Kind switch
        {
            ReferenceKind.Named => Array.IndexOf(level.Members, Named(reference, level.Grouping, level.Level)),
            ReferenceKind.Largest => FirstLargest(Array.ConvertAll(level.Members, g => (double)level.Counts[g].Count), true),
            _ => FirstLargest(values, largest),
        };
    }

    /// <summary>A group in words: <c>sex = Female, race = White</c>.</summary>
    public static string Name(Grouping grouping, IReadOnlyList<string> values)
    {
        string name = string.Join(", ", grouping.By.Zip(values, (column, value) => $"{column} = {value}"));
        return name.Length > 0 ? name : "all rows";
    }

    private static int Named(ReferenceGroup reference, Grouping grouping, int level)
    {
        for (int g = 0; g < grouping.Groups.Count; g++)
            if (grouping.Groups[g].Level == level && grouping.Groups[g].Values.SequenceEqual(reference.Values ?? [])) return g;
        return -1;
    }

    private static int FirstLargest(ReadOnlySpan<double> values, bool largest)
    {
        int at = 0;
        for (int i = 1; i < values.Length; i++)
            if (largest ? values[i] > values[at] : values[i] < values[at]) at = i;
        return at;
    }
}

/// <summary>The groups of one control level that take part in a comparison.</summary>
/// <param name="Grouping">All groups.</param>
/// <param name="Counts">What stands behind each group of the grouping.</param>
/// <param name="Level">The level.</param>
/// <param name="Members">The groups of the level that take part.</param>
internal sealed record LevelGroups(Grouping Grouping, IReadOnlyList<GroupCounts> Counts, int Level, int[] Members)
{
    /// <summary>The number of rows of the whole level, also of groups that do not take part.</summary>
    public long Rows { get; } = Enumerable.Range(0, Counts.Count).Where(g => Grouping.Groups[g].Level == Level).Sum(g => Counts[g].Count);

    /// <summary>The weight of the rows of the groups that take part.</summary>
    public double Weight { get; } = Members.Sum(g => Counts[g].Weight);
}
