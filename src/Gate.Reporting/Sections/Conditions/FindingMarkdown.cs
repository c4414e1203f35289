using Gate.Evaluation.Results;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Sections.Conditions;

/// <summary>The findings in Markdown.</summary>
internal static class FindingMarkdown
{
    /// <summary>One table of findings: the numbers, and what decided.</summary>
    internal static string Table(IReadOnlyList<Finding> findings) =>
        new MarkdownTable("Verdict", "Condition", ">Estimate [interval]", "Bound", "Decided by").Add(findings.Select(Row)).Text;

    /// <summary>A finding in full, folded: its sentence, why the condition exists, and the groups behind it.</summary>
    internal static string Folded(Finding finding)
    {
        string[] parts = [.. new[]
        {
            Escape(finding.Sentence) + "\n",
            finding.Why is { } why ? $"Why this condition: {Escape(why)}\n" : null,
            finding.Groups.Count > 0 ? Groups(finding) : null,
        }.OfType<string>()];
        string groups = finding.Groups.Count > 0 ? $": {NumberText.Count(finding.Groups.Count)} groups" : "";
        return MarkdownParts.Folded($"{Verdicts.Emoji(finding)} <code>{HtmlEscaped(finding.Id)}</code>{groups}", string.Join("\n", parts));
    }

    private static string Groups(Finding finding)
    {
        bool levels = finding.Groups.Any(group => group.ControlLevel is not null);
        bool classes = finding.Groups.Any(group => group.Positives is not null);
        bool predicted = finding.Groups.Any(group => group.PredictedPositives is not null);
        string[] head = [.. levels ? [Escape(string.Join(" × ", finding.Control))] : Array.Empty<string>(),
            Escape(string.Join(" × ", finding.By)), ">Rows", .. classes ? [">Positives", ">Negatives"] : Array.Empty<string>(),
            .. predicted ? [">Predicted positives"] : Array.Empty<string>(),
            $">{(finding.GroupMetric is { } metric ? Escape(metric) : "Estimate")} [interval]", "Remark"];
        IEnumerable<string[]> rows = finding.Groups.Select(group => (string[])[
            .. levels ? [Escape(group.ControlLevel)] : Array.Empty<string>(),
            Escape(group.Label),
            NumberText.Count(group.Count),
            .. classes ? [Count(group.Positives), Count(group.Negatives)] : Array.Empty<string>(),
            .. predicted ? [Count(group.PredictedPositives)] : Array.Empty<string>(),
            Estimate(group.Estimate, group.Interval),
            Escape(Phrases.Remark(finding, group))]);
        return new MarkdownTable(head).Add(rows).Text;
    }

    /// <summary>What was judged, in cells: verdict, condition, number, bound.</summary>
    internal static string[] Judged(Finding finding)
    {
        string condition = Phrases.Condition(finding);
        string id = condition == finding.Id ? Code(finding.Id) : Code(finding.Id) + "<br>" + Escape(condition);
        Text.Judged judged = Text.Judged.Of(finding);
        string estimate = judged.IntervalText is { } interval ? $"{judged.Text} [{interval}]" : judged.Text;
        return [$"{Verdicts.Emoji(finding)} {Verdicts.Word(finding)}", id, estimate, Escape(Phrases.Bound(finding.Bound))];
    }

    private static string[] Row(Finding finding)
    {
        string[] decided = [.. new[]
        {
            Phrases.DecidedBy(finding),
            finding.Undefined,
            Phrases.Settling(finding) is { } settling ? "undecided: it would take " + settling : null,
            finding.WaivedBy is { } owner ? "waived by " + owner : null,
        }.OfType<string>().Select(Escape)];
        return [.. Judged(finding), string.Join("<br>", decided)];
    }

    private static string Count(long? count) => count is { } number ? NumberText.Count(number) : "–";
}
