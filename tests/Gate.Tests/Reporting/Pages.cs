using System.Text.RegularExpressions;

namespace Gate.Tests.Reporting;

/// <summary>Takes the parts out of a rendered report.</summary>
internal static class Pages
{
    internal static string Json(string page) => Between(page, "<script type=\"application/json\" id=\"gate-result\">", "</script>");

    internal static string Script(string page) => Between(page, "<script>", "</script>");

    internal static string Style(string page) => Between(page, "<style>", "</style>");

    internal static string Policy(string page) => Between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");

    /// <summary>The page as a person without JavaScript gets it: style sheet, data and script left out, hashes replaced.</summary>
    internal static string Static(string page) => Regex.Replace(
        page.Replace(Style(page), "…").Replace(Script(page), "…").Replace(Json(page), "…"), "'sha256-[A-Za-z0-9+/=]+'", "'sha256-…'");

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"no {start} in the page");
        from += start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
