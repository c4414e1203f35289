using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Judging;

/// <summary>The verdict of the run in one plain sentence, and a second one on the groups that it says nothing of.</summary>
internal static class Headline
{
    private const int MostNames = 5;

    /// <summary>The headline of all findings.</summary>
    public static string Of(VerdictCounts counts, IReadOnlyList<Finding> findings) => Of(counts) + LeftOut(findings);

    /// <summary>How many conditions have each verdict.</summary>
    public static string Of(VerdictCounts counts)
    {
        int judged = counts.Pass + counts.Warn + counts.Fail + counts.Inconclusive;
        if (judged == 0) return "Nothing was judged: all conditions only report.";
        int passed = counts.Pass - counts.PassedByPolicy;
        const string ByPolicy = "passed by policy, not by evidence";
        if (passed == judged) return $"{AllOf(judged)} passed.";
        if (counts.PassedByPolicy == judged) return $"{AllOf(judged)} {ByPolicy}.";
        (int Count, string Text)[] parts =
        [
            (counts.Fail, "failed"), (counts.Inconclusive, "could not be decided on this much data"), (counts.Warn, "warned"),
            (passed, "passed"), (counts.PassedByPolicy, ByPolicy),
        ];
        string text = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{NumberText.Count(part.Count)} {part.Text}"));
        return $"Of {NumberText.Count(judged)} condition{(judged == 1 ? "" : "s")}, {text}.";
    }

    private static string AllOf(int conditions) => conditions switch
    {
        1 => "The one condition",
        2 => "Both conditions",
        _ => $"All {NumberText.Count(conditions)} conditions",
    };

    /// <summary>The groups that judged conditions left out, each once, with how much evidence there was of it.</summary>
    private static string LeftOut(IReadOnlyList<Finding> findings)
    {
        string[] names = [.. findings.Where(finding => finding.Verdict != Verdict.Inform)
            .SelectMany(finding => finding.Groups.Where(group => group.Excluded is not null).Select(group => (Name: Name(finding, group),
                group.Excluded)))
            .DistinctBy(group => group.Name).Select(group => $"{group.Name} ({group.Excluded})")];
        if (names.Length == 0) return "";
        string more = names.Length > MostNames ? $" and {NumberText.Count(names.Length - MostNames)} more" : "";
        return $" Left out for too little evidence: {string.Join(", ", names.Take(MostNames))}{more}.";
    }

    private static string Name(Finding finding, GroupFact group) => Shown.Of(GroupEvidence.Named(finding.By, group.Key))
        + (group.ControlLevel is { } level ? $" where {Shown.Of(level)}" : "");
}
