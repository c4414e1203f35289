using Gate.Metrics.Comparing;
using Gate.Metrics.Groups;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Joint;

/// <summary>Finds the reference group of a control level for a joint comparison; best and worst are by the metric that is shown of each
/// group.</summary>
internal sealed class JointReference(FrameStatistics statistics, Grouping grouping, Metric shown, Side side)
{
    /// <summary>The group, or why there is none.</summary>
    /// <param name="reference">Which group.</param>
    /// <param name="level">The control level.</param>
    /// <param name="members">The groups of the level that take part.</param>
    public (int? Group, string? Undefined) Of(ReferenceGroup reference, int level, int[] members)
    {
        if (References.Refuse(reference, grouping, level, members) is string refused) return (null, refused);
        double[] values = new double[members.Length];
        for (int m = 0; m < members.Length && References.IsChosenByValue(reference); m++)
        {
            MetricValue value = statistics.Values(shown, side, statistics.Groups)[members[m]];
            if (!value.IsDefined)
                return (null, $"{shown.Name} of {References.Name(grouping, grouping.Groups[members[m]].Values)} is undefined: "
                    + $"{value.Undefined}");
            values[m] = value.Number;
        }
        return (members[References.Position(reference, shown.Direction, new LevelGroups(grouping, statistics.GroupCounts, level, members),
            values)], null);
    }
}
