using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Junit;

/// <summary>Text in JUnit XML.</summary>
internal static class JunitText
{
    /// <summary>The text on one line, without the characters that XML cannot hold.</summary>
    internal static string Clean(string text) => PlainText.Clean(text);

    /// <summary>A finding in full: its verdict, sentence, numbers, reason, and place in the policy.</summary>
    internal static string Details(Finding finding)
    {
        var text = new StringBuilder();
        Line(text, null, $"{Verdicts.Word(finding)}: {finding.Sentence}");
        Line(text, "condition", Phrases.Condition(finding));
        Line(text, "estimate", finding.Undefined is null ? NumberText.Estimate(finding.Estimate, finding.Interval) : "undefined, "
            + finding.Undefined);
        if (finding.Interval is not null)
            Line(text, Phrases.IntervalName(finding.Interval), NumberText.Interval(finding.Estimate, finding.Interval));
        Line(text, "bound", Phrases.Bound(finding.Bound));
        Line(text, "slice", finding.Where);
        Line(text, "control levels", Phrases.Levels(finding));
        Line(text, "family", Phrases.Family(finding.Family));
        Line(text, "against the baseline", Phrases.Regression(finding.Regression));
        if (finding is not { Rows: 0, Estimate: not null }) Line(text, "rows", NumberText.Count(finding.Rows));
        Line(text, "decided by", Phrases.DecidedBy(finding));
        Line(text, "waived by", finding.WaivedBy);
        Line(text, "why", finding.Why);
        Line(text, "policy line", NumberText.Exact(finding.Line));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string? name, string? value)
    {
        if (value is null) return;
        if (name is not null) text.Append(name).Append(": ");
        text.Append(Clean(value)).Append('\n');
    }
}
