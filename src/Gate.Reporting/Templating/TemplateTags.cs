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
    private static readonly FrozenSet<string> Allowed = ("a abbr article aside b bdi bdo blockquote br caption circle cite code col colgroup "
        + "dd del details dfn div dl dt em figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i ins kbd li line main mark nav ol p path "
        + "pre q rect s samp section small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul var wbr")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks the elements of a page.</summary>
    /// <exception cref="ReportException">One of them is not allowed.</exception>
    internal static void Require(string html)
    {
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> tag = html.AsSpan(at + 1);
            if (tag.StartsWith("/")) tag = tag[1..];
            int length = 0;
            while (length < tag.Length && char.IsAsciiLetterOrDigit(tag[length])) length++;
            bool ends = length == tag.Length || tag[length] is ' ' or '\n' or '\t' or '/' or '>';
            if (length == 0 || !ends || !Allowed.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..length]))
                throw new ReportException($"it prints '{PlainText.Clean(html.Substring(at, Math.Min(12, html.Length - at)))}', which a "
                    + "report's template cannot: only elements of text, tables and inline SVG; a '<' in a text is written &lt;");
        }
    }
}
