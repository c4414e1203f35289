namespace Gate.Metrics.Statistics;

/// <summary>For which sets of rows a metric is computed at once: for all rows, for each control level or for each group.</summary>
internal enum ScopeKind
{
    Overall,
    Levels,
    Groups,
}

/// <summary>The sets of rows of one kind, as a map from groups.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many sets.</param>
/// <param name="OfGroup">The set that each group belongs to.</param>
internal sealed record Scopes(ScopeKind Kind, int Count, int[] OfGroup)
{
    public static Scopes Overall(Grouping grouping) => new(ScopeKind.Overall, 1, new int[grouping.Groups.Count]);

    public static Scopes Levels(Grouping grouping) => new(ScopeKind.Levels, Math.Max(1, grouping.Levels.Count), [.. grouping.Groups.Select(group => group.Level)]);

    public static Scopes Groups(Grouping grouping) => new(ScopeKind.Groups, grouping.Groups.Count, [.. Enumerable.Range(0, grouping.Groups.Count)]);
}

/// <summary>Whose predictions are measured.</summary>
internal enum Side
{
    Candidate,
    Baseline,
}
