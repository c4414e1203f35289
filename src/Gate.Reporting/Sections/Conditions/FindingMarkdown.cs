using Gate.Evaluation.Results;
using Gate.Reporting.Text;
using static Gate.Reporting.Text.MarkdownParts;
using static Gate.Reporting.Text.MarkdownText;

namespace Gate.Reporting.Sections.Conditions;

/// <summary>The findings in Markdown.</summary>
internal static class FindingMarkdown
{
    /// <summary>One table of findings.</summary>
    internal static string Table(IReadOnlyList<Finding> findings) =>
        new MarkdownTable("Verdict", "Condition", ">Estimate [interval]", "Bound", "Finding").Add(findings.Select(Row)).Text;

    /// <summary>The groups behind one finding, folded.</summary>
    internal static string Groups(Finding finding)
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
        return $"<details><summary>{Verdicts.Emoji(finding)} <code>{HtmlEscaped(finding.Id)}</code>: "
            + $"{NumberText.Count(finding.Groups.Count)} groups</summary>\n\n{new MarkdownTable(head).Add(rows).Text}\n</details>\n";
    }

    private static string[] Row(Finding finding)
    {
        string condition = Phrases.Condition(finding);
        string id = condition == finding.Id ? Code(finding.Id) : Code(finding.Id) + "<br>" + Escape(condition);
        string sentence = Escape(finding.Sentence);
        if (finding.WaivedBy is { } owner) sentence += "<br>Waived by " + Escape(owner);
        if (finding.Why is { } why) sentence += "<br><em>" + Escape(why) + "</em>";
        Judged judged = Judged.Of(finding);
        string estimate = judged.IntervalText is { } interval ? $"{judged.Text} [{interval}]" : judged.Text;
        return [$"{Verdicts.Emoji(finding)} {Verdicts.Word(finding)}", id, estimate, Escape(Phrases.Bound(finding.Bound)),
            sentence];
    }

    private static string Count(long? count) => count is { } number ? NumberText.Count(number) : "–";
}
