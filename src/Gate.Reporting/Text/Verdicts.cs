using Gate.Evaluation.Results;

namespace Gate.Reporting.Text;

/// <summary>The words and signs of verdicts for people.</summary>
internal static class Verdicts
{
    /// <summary>The verdict for people.</summary>
    internal static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "Pass",
        Verdict.Warn => "Warning",
        Verdict.Inconclusive => "Inconclusive",
        Verdict.Inform => "Reported",
        _ => "Fail",
    };

    /// <summary>The verdict of a finding for people: a pass that the policy gave is told from one that the evidence did.</summary>
    internal static string Word(Finding finding) => finding.PassedByPolicy is null ? Word(finding.Verdict) : "Passed by policy";

    /// <summary>The verdict's sign in Markdown.</summary>
    internal static string Emoji(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "✅",
        Verdict.Warn => "⚠️",
        Verdict.Inconclusive => "❔",
        Verdict.Inform => "ℹ️",
        _ => "❌",
    };

    /// <summary>The sign of a finding's verdict; one that the policy let pass has that of what decides nothing.</summary>
    internal static string Emoji(Finding finding) => Emoji(finding.PassedByPolicy is null ? finding.Verdict : Verdict.Inform);

    /// <summary>How many findings have each verdict, worst first, without those that have none: <c>2 failed, 1 passed</c>.</summary>
    internal static IEnumerable<(Verdict Verdict, int Count, string Text)> Counted(VerdictCounts counts)
    {
        (Verdict Verdict, int Count, string Word)[] all =
        [
            (Verdict.Fail, counts.Fail, "failed"), (Verdict.Inconclusive, counts.Inconclusive, "inconclusive"),
            (Verdict.Warn, counts.Warn, counts.Warn == 1 ? "warning" : "warnings"),
            (Verdict.Pass, counts.Pass - counts.PassedByPolicy, "passed"),
            (Verdict.Pass, counts.PassedByPolicy, "passed by policy, not by evidence"),
            (Verdict.Inform, counts.Inform, "reported"),
        ];
        return all.Where(entry => entry.Count > 0);
    }

    /// <summary>Findings worst first, in the policy's order where they are alike.</summary>
    internal static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) => findings.OrderBy(finding => finding.Verdict);
}
