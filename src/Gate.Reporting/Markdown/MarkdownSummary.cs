using Gate.Evaluation.Results;
using Gate.Reporting.Sections;

namespace Gate.Reporting.Markdown;

/// <summary>The summary in GitHub-flavoured Markdown, for a step summary or a comment.</summary>
public static class MarkdownSummary
{
    /// <summary>The whole summary: all sections with an empty line between them and a final newline.</summary>
    /// <param name="result">The result.</param>
    public static string Render(GateResult result) => string.Join("\n", Sections(result));

    /// <summary>
    /// The summary in sections, most important first: the verdict, the findings, each finding's groups, metrics, waivers, notes, data,
    /// model, provenance. Each ends with a newline and is complete in itself, so that whoever has too little room can leave out whole
    /// sections from the end.
    /// </summary>
    /// <param name="result">The result.</param>
    public static IReadOnlyList<string> Sections(GateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [MarkdownVerdict.Head(result), .. ReportSections.Of(result).SelectMany(section => section.Markdown(result))];
    }
}
