using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gate.Tracking.Comparing.Pages;

/// <summary>Runs compared on one page that needs no network and runs no script: parallel coordinates, the judged numbers and the
/// disparities between groups over time with their limits, and all that differs as a table.</summary>
public static class ComparisonPage
{
    private const string Conditions = "condition/", Disparities = "disparity/";
    private const int MostCharts = 24;

    private static readonly string styles = Resource("comparison.css");

    /// <summary>The page, in UTF-8.</summary>
    /// <param name="runs">The runs, in any order.</param>
    /// <param name="title">What they are, for the head.</param>
    public static byte[] Utf8(IReadOnlyList<IRun> runs, string title)
    {
        ArgumentNullException.ThrowIfNull(runs);
        IRun[] ordered = [.. runs.OrderBy(run => run.Info.StartTime).ThenBy(run => run.Info.Id, StringComparer.Ordinal)];
        string[] keys = [.. ordered.SelectMany(run => run.Metrics.Select(metric => metric.Key)).Distinct().Order(StringComparer.Ordinal)];
        string[] judged = [.. keys.Where(key => key.StartsWith(Conditions, StringComparison.Ordinal))];
        string[] disparities = [.. keys.Where(key => key.StartsWith(Disparities, StringComparison.Ordinal))];
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" + Hash(styles) + "'\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Svg.Text(title)}</title>\n<style>{styles}</style>\n</head>\n<body>\n")
            .Append(CultureInfo.InvariantCulture, $"<main>\n<h1>{Svg.Text(title)}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{ordered.Length} runs{Span(ordered)}.</p>\n").Append(Legend());
        Section(page, "What goes with what", "A line is a run; an axis is a parameter or a judged number in which runs differ.",
            ParallelCoordinates.Of(ordered, judged));
        Section(page, "Judged numbers over time", "Each mark is a run, with the limits of its interval.", Charts(ordered, judged));
        Section(page, "Disparities between groups over time", "Each mark is a run, with the limits of its interval.",
            Charts(ordered, disparities));
        page.Append(Table(ordered)).Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Section(StringBuilder page, string title, string what, string content)
    {
        if (content.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{title}</h2>\n<p>{what}</p>\n{content}</section>\n");
    }

    private static string Charts(IRun[] runs, string[] keys)
    {
        string charts = string.Concat(keys.Take(MostCharts).Select(key => TimeChart.Of(runs, key)));
        if (charts.Length == 0) return "";
        string more = keys.Length > MostCharts ? $"<p>{keys.Length - MostCharts} more are in the table.</p>\n" : "";
        return $"<div class=\"charts\">\n{charts}</div>\n{more}";
    }

    private static string Table(IRun[] runs)
    {
        RunComparison compared = RunComparison.Of(runs, everything: false);
        var table = new StringBuilder("<section>\n<h2>All that differs</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
            + "aria-label=\"All that differs\">\n<table>\n<thead><tr><th scope=\"col\">field</th>");
        foreach (IRun run in runs) table.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Svg.Label(run.Info.Id)}</th>");
        table.Append("</tr></thead>\n<tbody>\n");
        foreach (RunComparison.Row row in compared.Rows)
            table.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Svg.Text(row.Name)}</th>")
                .AppendJoin("", row.Cells.Select(cell => $"<td>{Svg.Label(cell)}</td>")).Append("</tr>\n");
        return table.Append("</tbody>\n</table>\n</div>\n").Append(CultureInfo.InvariantCulture, $"<p>{compared.Hidden} fields are ")
            .Append("left out: the same in all runs, limits, groups, baselines.</p>\n</section>\n").ToString();
    }

    private static string Legend() => "<p class=\"legend\">" + string.Concat(((string[])["pass", "warn", "fail", "inconclusive"]).Select(
        verdict => $"<span><svg viewBox=\"-7 -7 14 14\" aria-hidden=\"true\">{Svg.Mark(0, 0, verdict, verdict)}</svg> {verdict}</span>"))
        + "</p>\n";

    private static string Span(IRun[] runs) => runs.Length == 0 ? ""
        : $", {RunColumn.Time(runs[0].Info.StartTime)} to {RunColumn.Time(runs[^1].Info.StartTime)} (UTC)";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ComparisonPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
