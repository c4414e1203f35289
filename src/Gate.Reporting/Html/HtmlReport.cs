using Gate.Evaluation.Results;

namespace Gate.Reporting.Html;

/// <summary>The report for people: one HTML file that opens offline, is complete without JavaScript, and holds aggregates only.</summary>
public static class HtmlReport
{
    private static readonly Lazy<ReportTemplate> Standard = new(() => ReportTemplate.Compile(Resources.Text("templates/report")));

    /// <summary>Compiles the page's templates, which takes longer than rendering it; a caller may do so beside other work.</summary>
    public static void Prepare() => _ = Standard.Value;

    /// <summary>The report as HTML. The same result gives the same text.</summary>
    /// <param name="result">The result.</param>
    /// <param name="userTemplate">The text of a Handlebars template that takes the place of the whole page, or null. It sees the same model
    /// and partials as the report's own (see docs/report.md).</param>
    /// <exception cref="ReportException">The user's template does not work.</exception>
    public static string Render(GateResult result, string? userTemplate = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        return userTemplate is null
            ? Standard.Value.Render(ReportModel.Of(result, ContentSecurityPolicy.OfReport))
            : UserTemplate.Render(userTemplate, ReportModel.Of(result, ContentSecurityPolicy.OfUserTemplate));
    }
}
