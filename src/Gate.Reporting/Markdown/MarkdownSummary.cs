using Gate.Evaluation.Results;
using Gate.Reporting.Text;

namespace Gate.Reporting.Markdown;

/// <summary>The summary in GitHub-flavoured Markdown, for a step summary or a comment.</summary>
public static class MarkdownSummary
{
    private const int FindingsPerTable = 100;

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
        Finding[] findings = [.. Verdicts.Sorted(result.Findings)];
        IEnumerable<string> sections =
        [
            MarkdownVerdict.Head(result),
            .. findings.Chunk(FindingsPerTable).Select(MarkdownFindings.Table),
            .. findings.Where(finding => finding.Groups.Count > 0).Select(MarkdownFindings.Groups),
            MarkdownFacts.Overall(result),
            MarkdownFacts.Waivers(result.Waivers),
            MarkdownFacts.Notes(result.Notes),
            MarkdownFacts.DataAndModel(result),
            MarkdownFacts.Provenance(result),
        ];
        return [.. sections.Where(section => section.Length > 0)];
    }
}
