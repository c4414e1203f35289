using Gate.Evaluation.Results;

namespace Gate.Reporting.Text;

/// <summary>The words and signs of verdicts, and their order: worst first.</summary>
internal static class Verdicts
{
    /// <summary>All verdicts, worst first.</summary>
    internal static IReadOnlyList<string> WorstFirst { get; } = ["fail", "inconclusive", "warn", "pass", "inform"];

    /// <summary>The verdict for people.</summary>
    internal static string Word(string verdict) => verdict switch
    {
        "pass" => "Pass",
        "warn" => "Warning",
        "fail" => "Fail",
        "inconclusive" => "Inconclusive",
        "inform" => "Reported",
        _ => "Unknown verdict",
    };

    /// <summary>The verdict's sign in Markdown.</summary>
    internal static string Emoji(string verdict) => verdict switch
    {
        "pass" => "✅",
        "warn" => "⚠️",
        "fail" => "❌",
        "inform" => "ℹ️",
        _ => "❔",
    };

    /// <summary>The verdict as a name that style sheets know; an unknown one looks like a failure.</summary>
    internal static string Key(string verdict) => WorstFirst.Contains(verdict) ? verdict : "fail";

    /// <summary>How many findings have each verdict, worst first, without those that have none: <c>2 failed, 1 passed</c>.</summary>
    internal static IEnumerable<(string Key, int Count, string Text)> Counted(VerdictCounts counts)
    {
        (string Key, int Count, string Word)[] all =
        [
            ("fail", counts.Fail, "failed"), ("inconclusive", counts.Inconclusive, "inconclusive"),
                ("warn", counts.Warn, counts.Warn == 1 ? "warning" : "warnings"),
            ("pass", counts.Pass, "passed"), ("inform", counts.Inform, "reported"),
        ];
        return all.Where(entry => entry.Count > 0).Select(entry => (entry.Key, entry.Count, entry.Word));
    }

    /// <summary>Findings worst first, in the policy's order where they are alike.</summary>
    internal static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) => findings.OrderBy(finding => Rank(finding.Verdict));

    private static int Rank(string verdict)
    {
        for (int i = 0; i < WorstFirst.Count; i++)
            if (WorstFirst[i] == verdict) return i;
        return -1;
    }
}
