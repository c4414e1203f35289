using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>The groups that the report draws, one by one: those of single sensitive columns.</summary>
internal static class ShownGroups
{
    // More groups than this make a chart that nobody reads; the table has them all.
    private const int Most = 12;

    /// <summary>What is told of each column's groups: the largest that are above the evidence floor, in the order of the data. Columns
    /// without such a group are left out.</summary>
    /// <param name="frames">The statistics of groups.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="of">What is told of a group: its label and its rows.</param>
    public static IEnumerable<(string By, IReadOnlyList<T> Groups)> Of<T>(FrameCache frames, PolicyDocument policy,
        Func<string, int[], T> of) => policy.Data.Sensitive
        .Select(sensitive => (sensitive.As, Groups: Of(sensitive.As, frames, policy, of))).Where(shown => shown.Groups.Count > 0);

    private static IReadOnlyList<T> Of<T>(string by, FrameCache frames, PolicyDocument policy, Func<string, int[], T> of)
    {
        (Grouping grouping, MetricFrame frame) = frames.Get([by], []);
        IEnumerable<int> shown = Enumerable.Range(0, grouping.Groups.Count)
            .Where(g => EvidenceFloor.Shortfall(frame.Groups[g], EvidenceNeeds.Rows, policy.Evidence) is null)
            .OrderByDescending(g => frame.Groups[g].Count).Take(Most).Order();
        return [.. shown.Select(g => of(GroupEvidence.Label(grouping.Groups[g]), RowsOf(grouping.Codes, g)))];
    }

    private static int[] RowsOf(int[] codes, int group)
    {
        var rows = new List<int>();
        for (int row = 0; row < codes.Length; row++) if (codes[row] == group) rows.Add(row);
        return [.. rows];
    }
}
