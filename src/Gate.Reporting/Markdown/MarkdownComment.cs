using Gate.Evaluation.Changes;
using Gate.Evaluation.Results;
using Gate.Reporting.Sections;
using Gate.Reporting.Sections.Conditions;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Markdown;

/// <summary>What a comment on a pull request says, made from the numbers of a result alone.</summary>
public static class MarkdownComment
{
    private const int MostSentences = 5, MostRows = 100;

    private static readonly string[] told = ["changes", "waivers", "notes"];

    /// <summary>The comment in sections, the most important first; each is complete in itself, so that one that has no room is left out
    /// whole. Nothing in it is a mention, a link, an image or a reference out of the result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="before">The last result of the branch that it goes to; null where there is none.</param>
    public static IReadOnlyList<string> Sections(GateResult result, GateResult? before)
    {
        ArgumentNullException.ThrowIfNull(result);
        ResultChange? change = before is null ? null : ResultChange.Of(before, result);
        return
        [
            MarkdownVerdict.Head(result),
            Table(result, change),
            .. Sentences(result),
            .. ReportSections.Of(result).Where(section => told.Contains(section.Name)).SelectMany(section => section.Markdown(result)),
        ];
    }

    private static string Table(GateResult result, ResultChange? change)
    {
        Finding[] findings = [.. Verdicts.Sorted(result.Findings)];
        Dictionary<string, ConditionChange> changes = change?.Conditions.DistinctBy(one => one.Id).ToDictionary(one => one.Id) ?? [];
        var table = new MarkdownTable(["Verdict", "Condition", ">Estimate [interval]", "Bound",
            .. change is null ? Array.Empty<string>() : ["Against the base branch"]]);
        table.Add(findings.Take(MostRows).Select(finding => (string[])
        [
            .. FindingMarkdown.Judged(finding),
            .. change is null ? Array.Empty<string>() : [Moved(changes.GetValueOrDefault(finding.Id))],
        ]));
        string more = findings.Length > MostRows ? $"\n{NumberText.Count(findings.Length - MostRows)} more are in the report.\n" : "";
        return table.Text + more + "\n" + Compared(change);
    }

    private static string Compared(ResultChange? change)
    {
        if (change is null) return "There is no result of the base branch to compare with.\n";
        string removed = string.Join(", ", change.Conditions.Where(one => one.Kind == ChangeKind.Removed).Select(one => Code(one.Id)));
        return $"The base branch: {Verdicts.Emoji(change.Before)} {Verdicts.Word(change.Before)}."
            + (removed.Length > 0 ? $" No longer judged: {removed}." : "")
            + (change.Differing.Contains(ResultChange.TestRows) ? " Other rows were measured there." : "") + "\n";
    }

    private static string Moved(ConditionChange? change)
    {
        if (change is null) return "";
        string number = change.Moved is not { } moved || moved == 0 ? ""
            : $"{(moved > 0 ? "↑" : "↓")} {NumberText.Estimate(Math.Abs(moved))}";
        string word = change.Kind == ChangeKind.Same ? "" : change.Kind.Word();
        return string.Join(", ", new[] { word, number }.Where(part => part.Length > 0));
    }

    private static IEnumerable<string> Sentences(GateResult result)
    {
        Finding[] worst = [.. Verdicts.Sorted(result.Findings)
            .Where(finding => finding.Verdict is Verdict.Fail or Verdict.Inconclusive)];
        if (worst.Length == 0) yield break;
        string more = worst.Length > MostSentences ? $"- and {NumberText.Count(worst.Length - MostSentences)} more\n" : "";
        yield return string.Concat(worst.Take(MostSentences)
            .Select(finding => $"- {Code(finding.Id)}: {Escape(finding.Sentence)}\n")) + more;
    }
}
