using System.Collections.Frozen;
using Gate.Reporting.Text;

namespace Gate.Reporting.Templating;

/// <summary>
/// Which elements a user's template may print: those of text, tables and pictures drawn inline. None of them runs, loads, sends, styles or
/// navigates by itself, or swallows what follows it as text. Checked on what came out, where every <c>&lt;</c> is the template's own or
/// Gate's, because values are escaped.
/// </summary>
internal static class TemplateTags
{
    private static readonly FrozenSet<string> Allowed = ("a abbr article aside b bdi bdo blockquote br caption circle cite code col "
        + "colgroup dd del details dfn div dl dt em figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i ins kbd li line main mark nav "
        + "ol p path pre q rect s samp section small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul var wbr")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks the elements of a page.</summary>
    /// <exception cref="ReportException">One of them is not allowed, or is not closed by its <c>&gt;</c>.</exception>
    internal static void Require(string html)
    {
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> tag = html.AsSpan(at + 1);
            if (tag.StartsWith("/")) tag = tag[1..];
            int length = 0;
            while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
            bool isPlain = Allowed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..length]) && AreAttributes(tag[length..]);
            if (!isPlain)
                throw new ReportException($"it prints '{PlainText.Clean(html.Substring(at, Math.Min(24, html.Length - at)))}', which a "
                    + "report's template cannot: only whole elements of text, tables and inline SVG, without style or "
                    + "events; a '<' in a text is written &lt;");
        }
    }

    // What follows an element's name, to its end: names with quoted or bare values. A quote that is never closed would swallow the page.
    private static bool AreAttributes(ReadOnlySpan<char> rest)
    {
        int at = 0;
        while (at < rest.Length)
        {
            if (rest[at] == '>') return true;
            if (rest[at] is ' ' or '\n' or '\t' or '/')
            {
                at++;
                continue;
            }
            if (at == 0) return false;
            int start = at;
            while (at < rest.Length && (char.IsAsciiLetterOrDigit(rest[at]) || rest[at] is '-' or '_' or ':')) at++;
            ReadOnlySpan<char> name = rest[start..at];
            if (name.IsEmpty || name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || name.Equals("style", StringComparison.OrdinalIgnoreCase)) return false;
            if (at < rest.Length && rest[at] == '=') at = AfterValue(rest, at + 1);
        }
        return false;
    }

    private static int AfterValue(ReadOnlySpan<char> rest, int at)
    {
        if (at >= rest.Length) return at;
        if (rest[at] is '"' or '\'')
        {
            int end = rest[(at + 1)..].IndexOf(rest[at]);
            return end < 0 ? rest.Length : at + end + 2;
        }
        while (at < rest.Length && rest[at] is not (' ' or '\n' or '\t' or '>')) at++;
        return at;
    }
}
