using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Junit;
using Gate.Reporting.Markdown;
using Gate.Reporting.Remarks;

namespace Gate.Reporting.Output;

/// <summary>The renderers.</summary>
public static class Renderers
{
    /// <summary>All of them, in the order in which files are written.</summary>
    public static IReadOnlyList<IRenderer> All { get; } =
    [
        new Renderer("json", "result.json", (result, _) => ResultJson.Utf8(result)),
        new Renderer("html", "report.html", (result, template) => Detail.Fit(result, "report", r => HtmlReport.Utf8(r, template))),
        new Renderer("md", "summary.md", (result, _) => Detail.Fit(result, "summary",
            r => Encoding.UTF8.GetBytes(MarkdownSummary.Render(r)))),
        new Renderer("junit", "junit.xml", (result, _) => Encoding.UTF8.GetBytes(JunitReport.Render(result))),
        new Renderer("sarif", "gate.sarif", (result, _) => Encoding.UTF8.GetBytes(SarifReport.Render(result))),
        new Renderer("codequality", "gl-code-quality.json", (result, _) => Encoding.UTF8.GetBytes(CodeQualityReport.Render(result))),
    ];

    private sealed record Renderer(string Format, string File, Func<GateResult, string?, byte[]> Bytes) : IRenderer
    {
        public byte[] Render(GateResult result, string? userTemplate) => Bytes(result, userTemplate);
    }
}
