using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>What stands behind all rows and behind each group; with a class, positives are the rows of that class.</summary>
internal sealed record EvidenceCounts(GroupCounts Overall, IReadOnlyList<GroupCounts> Groups)
{
    /// <summary>The counts with one class of several as the positive one.</summary>
    public static EvidenceCounts OfClass(MetricFrame frame, int code) => new(frame.OverallOfClass(code), frame.GroupsOfClass(code));
}
