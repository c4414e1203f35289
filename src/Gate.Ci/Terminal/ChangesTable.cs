using Gate.Evaluation.Changes;
using Gate.Evaluation.Results;

namespace Gate.Ci.Terminal;

/// <summary>What two results say differently, as plain text.</summary>
public static class ChangesTable
{
    /// <summary>Writes what differs in kind, a line for each condition, and the counts.</summary>
    /// <param name="change">The comparison.</param>
    /// <param name="writer">Standard output.</param>
    public static void Write(ResultChange change, TextWriter writer)
    {
        writer.WriteLine(change.Differing.Count == 0
            ? "Both results are bound to the same policy, data, rows and models."
            : $"Not the same in both: {string.Join(", ", change.Differing.Select(PlainText.OneLine))}.");
        if (change.Differing.Contains(ResultChange.TestRows))
            writer.WriteLine("Other rows were measured, so that changes are of rows as well as of what was judged.");
        writer.WriteLine();
        string[][] rows = [["", "condition", "before", "after", "change"], .. change.Conditions.Select(Row)];
        foreach (string line in AlignedText.Lines(rows, 4)) writer.WriteLine(line);
        writer.WriteLine();
        string counts = string.Join(", ", Enum.GetValues<ChangeKind>().Where(kind => change.Count(kind) > 0)
            .Select(kind => $"{change.Count(kind)} {kind.Word()}"));
        writer.WriteLine($"Verdict: {change.Before.Word()} before, {change.After.Word()} now. {counts}.");
    }

    private static string[] Row(ConditionChange change) =>
    [
        change.Kind.Word(),
        PlainText.OneLine(change.Id),
        Side(change.Before),
        Side(change.After),
        change.Moved is not { } moved ? "" : moved > 0 ? $"+{NumberText.Estimate(moved)}" : NumberText.Estimate(moved),
    ];

    private static string Side(Finding? finding) => finding is null ? "-"
        : finding.Estimate is null ? $"{finding.Verdict.Word()}, undefined"
        : finding.Interval is null ? $"{finding.Verdict.Word()} {NumberText.Estimate(finding.Estimate)}"
        : $"{finding.Verdict.Word()} {NumberText.Estimate(finding.Estimate, finding.Interval)} "
            + $"({NumberText.Interval(finding.Estimate, finding.Interval)})";
}
