using Gate.Metrics.Statistics;

namespace Gate.Metrics.Joint;

/// <summary>Finds the reference group of a control level for a joint comparison.</summary>
internal sealed class JointReference(FrameStatistics statistics, Grouping grouping, Metric shown, Side side)
{
    /// <summary>The group, or why there is none.</summary>
    /// <param name="reference">Which group.</param>
    /// <param name="level">The control level.</param>
    /// <param name="members">The groups of the level that take part.</param>
    public (int? Group, string? Undefined) Of(ReferenceGroup reference, int level, int[] members)
    {
        if (reference.Kind == ReferenceKind.Named) return Named(reference.Values ?? [], level, members);
        if (reference.Kind == ReferenceKind.Largest) return (members.MaxBy(g => statistics.GroupCounts[g].Count), null);
        MetricValue[] values = statistics.Values(shown, side, statistics.Groups);
        foreach (int g in members)
            if (!values[g].IsDefined) return (null, $"{shown.Name} of {string.Join(", ", grouping.Groups[g].Values)} is undefined, so there is no {(reference.Kind == ReferenceKind.Best ? "best" : "worst")} group: {values[g].Undefined}");
        bool largest = (reference.Kind == ReferenceKind.Best) == (shown.Direction != Direction.LowerIsBetter);
        return (largest ? members.MaxBy(g => values[g].Number) : members.MinBy(g => values[g].Number), null);
    }

    private (int?, string?) Named(IReadOnlyList<string> values, int level, int[] members)
    {
        string name = string.Join(", ", values);
        int found = Enumerable.Range(0, grouping.Groups.Count).FirstOrDefault(g => grouping.Groups[g].Level == level && grouping.Groups[g].Values.SequenceEqual(values), -1);
        return found < 0 ? (null, $"there is no group {name} to compare with")
            : members.Contains(found) ? (found, null)
            : (null, $"the reference group {name} has too few rows to take part");
    }
}
