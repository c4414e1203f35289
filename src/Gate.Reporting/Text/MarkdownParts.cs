using Gate.Evaluation.Results;

namespace Gate.Reporting.Text;

/// <summary>Pieces of Markdown that several sections share.</summary>
internal static class MarkdownParts
{
    /// <summary>A body behind a summary that opens it.</summary>
    internal static string Folded(string summary, string body) => $"<details><summary>{summary}</summary>\n\n{body}\n</details>\n";

    /// <summary>Terms and what they stand for as a table; those without text are left out.</summary>
    internal static string Terms(IEnumerable<(string Name, string? Text)> rows) =>
        new MarkdownTable("What", "Value").Add(rows.Where(row => row.Text is not null)
            .Select(row => (string[])[MarkdownText.Escape(row.Name), MarkdownText.Escape(row.Text)])).Text;

    /// <summary>An estimate with its interval in brackets.</summary>
    internal static string Estimate(double? value, IntervalFact? interval) =>
        interval is null ? NumberText.Estimate(value) : $"{NumberText.Estimate(value, interval)} [{NumberText.Interval(value, interval)}]";
}
