namespace Gate.Metrics.Groups;

/// <summary>For which sets of rows a metric is computed at once: for all rows, for each control level, for each group, or for the rest of a
/// group.</summary>
internal enum ScopeKind
{
    Overall,
    Levels,
    Groups,

    /// <summary>All other rows of the control level of group 0; the number after it is that of group 1, and so on.</summary>
    Rest,
}

/// <summary>The sets of rows of one kind, as a map from groups.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many sets.</param>
/// <param name="OfGroup">The set that each group belongs to.</param>
internal sealed record Scopes(ScopeKind Kind, int Count, int[] OfGroup)
{
    public static Scopes Overall(Grouping grouping) => new(ScopeKind.Overall, 1, new int[grouping.Groups.Count]);

    public static Scopes Levels(Grouping grouping) =>
        new(ScopeKind.Levels, Math.Max(1, grouping.Levels.Count), [.. grouping.Groups.Select(group => group.Level)]);

    public static Scopes Groups(Grouping grouping) =>
        new(ScopeKind.Groups, grouping.Groups.Count, [.. Enumerable.Range(0, grouping.Groups.Count)]);

    /// <summary>Two sets: all other rows of a group's control level, and what is left.</summary>
    public static Scopes Rest(Grouping grouping, int group) =>
        new(ScopeKind.Rest + group, 2,
            [.. grouping.Groups.Select((key, g) => g != group && key.Level == grouping.Groups[group].Level ? 0 : 1)]);
}

/// <summary>Whose predictions are measured.</summary>
internal enum Side
{
    Candidate,
    Baseline,
}
