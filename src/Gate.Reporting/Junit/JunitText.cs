using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Junit;

/// <summary>Text in JUnit XML.</summary>
internal static class JunitText
{
    /// <summary>The text on one line, without the characters that XML cannot hold.</summary>
    internal static string Clean(string text) => PlainText.Clean(text);

    /// <summary>A finding in full: its verdict, its sentence, which holds the numbers, and what the sentence does not say.</summary>
    internal static string Details(Finding finding)
    {
        var text = new StringBuilder();
        Line(text, null, $"{Verdicts.Word(finding)}: {finding.Sentence}");
        Line(text, "condition", Phrases.Condition(finding));
        if (finding.Interval is not null) Line(text, "interval by", Phrases.IntervalMethod(finding.Interval.Method));
        Line(text, "control levels", Phrases.Levels(finding));
        Line(text, "why", finding.Why);
        Line(text, "policy line", NumberText.Exact(finding.Line) + (finding.File is { } file ? $" of {file}" : ""));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string? name, string? value)
    {
        if (value is null) return;
        if (name is not null) text.Append(name).Append(": ");
        text.Append(Clean(value)).Append('\n');
    }
}
