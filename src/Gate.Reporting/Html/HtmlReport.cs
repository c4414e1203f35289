using System.Text;
using Gate.Evaluation.Results;
using Gate.Reporting.Sections;
using Gate.Reporting.Templating;

namespace Gate.Reporting.Html;

/// <summary>The report for people: one HTML file that opens offline, is complete without JavaScript, and holds aggregates only.</summary>
public static class HtmlReport
{
    // Never reached by results of a run, whose reports are cut far below it: a bound on memory.
    private const int MostBytes = 256_000_000;

    /// <summary>Parses the page's templates; a caller may do so beside other work.</summary>
    public static void Prepare()
    {
        foreach (string name in Resources.Templates) ReportParts.Get(name);
    }

    /// <summary>Checks a user's template before there is a result to print.</summary>
    /// <param name="userTemplate">The template's text.</param>
    /// <exception cref="ReportException">It is not a template as docs/report.md describes it.</exception>
    public static void CheckTemplate(string userTemplate) => UserTemplate.Check(userTemplate);

    /// <summary>The report as HTML. The same result gives the same text.</summary>
    /// <param name="result">The result.</param>
    /// <param name="userTemplate">The text of a Scriban template that takes the place of the sections below the verdict, or null (see
    /// docs/report.md).</param>
    /// <exception cref="ReportException">The user's template does not work.</exception>
    public static string Render(GateResult result, string? userTemplate = null) => Encoding.UTF8.GetString(Utf8(result, userTemplate));

    /// <summary>The same in UTF-8.</summary>
    /// <param name="result">The result.</param>
    /// <param name="userTemplate">As for <see cref="Render"/>.</param>
    /// <exception cref="ReportException">The user's template does not work.</exception>
    public static byte[] Utf8(GateResult result, string? userTemplate = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        IReadOnlySet<string> absent = ReportSections.Absent(result);
        Node model = ReportModel.Of(result);
        // A template of one's own need not print what the head would lead to.
        model["linked"] = userTemplate is null;
        if (userTemplate is not null) model["custom"] = UserTemplate.Render(userTemplate, ReportModel.ForUsers(result, model), absent);
        ReportModel.AddPage(model, result);
        return ReportParts.Render(userTemplate is null ? "report" : "custom", model, absent, MostBytes);
    }
}
