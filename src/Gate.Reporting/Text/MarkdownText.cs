using System.Text;

namespace Gate.Reporting.Text;

/// <summary>Escapes text for the Markdown of GitHub and GitLab, so that it reads as itself: no markup, no HTML, no mention, reference,
/// link or emoji by name.</summary>
internal static class MarkdownText
{
    // GitHub looks for mentions, references, links and names of emoji after Markdown is rendered, when escapes are gone: a zero-width
    // space parts them for good.
    private const string Parting = "&#8203;";

    /// <summary>The escaped text, on one line.</summary>
    internal static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        string clean = PlainText.Clean(text);
        var markdown = new StringBuilder(clean.Length + 16);
        for (int i = 0; i < clean.Length; i++) markdown.Append(Escape(clean, i));
        return markdown.ToString();
    }

    /// <summary>The escaped text as code. The tag, not backticks: backticks could not hold a backtick, and break tables.</summary>
    internal static string Code(string? text) => $"<code>{Escape(text)}</code>";

    /// <summary>Text inside a line of HTML, where GitHub reads no Markdown but still looks for mentions and links.</summary>
    internal static string HtmlEscaped(string text)
    {
        string clean = PlainText.Clean(text);
        var html = new StringBuilder(clean.Length + 16);
        for (int i = 0; i < clean.Length; i++)
        {
            string escaped = Escape(clean, i);
            html.Append(escaped.Length > 1 && escaped[0] == '\\' ? escaped[1..] : escaped);
        }
        return html.ToString();
    }

    private static string Escape(string text, int i) => text[i] switch
    {
        // GitLab has references by other signs: !1, %2, $3, &4, and ~label.
        '!' or '%' when IsBefore(text, i, char.IsAsciiDigit) => text[i] + Parting,
        '$' when IsBefore(text, i, char.IsAsciiDigit) => "\\$" + Parting,
        '&' when IsBefore(text, i, char.IsAsciiDigit) => "&amp;" + Parting,
        '~' when IsBefore(text, i, next => char.IsLetterOrDigit(next) || next == '"') => "\\~" + Parting,
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '@' => "@" + Parting,
        '#' => "#" + Parting,
        ':' when Follows(text, i, "//") || NamesEmoji(text, i) => ":" + Parting,
        '.' when Precedes(text, i, "www") => Parting + ".",
        '-' when Precedes(text, i, "GH") => Parting + "-",
        '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '$' => "\\" + text[i],
        '_' when !IsWithinWord(text, i) => "\\_",
        char c => c.ToString(),
    };

    private static bool IsBefore(string text, int i, Func<char, bool> next) => i + 1 < text.Length && next(text[i + 1]);

    private static bool Follows(string text, int i, string what) => string.CompareOrdinal(text, i + 1, what, 0, what.Length) == 0;

    // ":white_check_mark:" in a column's name would show the sign of a verdict. The two digits of ":14:" are minutes.
    private static bool NamesEmoji(string text, int i)
    {
        int end = i + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '+' or '-')) end++;
        ReadOnlySpan<char> name = text.AsSpan(i + 1, end - i - 1);
        bool minutes = name.Length == 2 && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[1]);
        return name.Length > 0 && !minutes && end < text.Length && text[end] == ':';
    }

    private static bool Precedes(string text, int i, string what) =>
        i >= what.Length && text.AsSpan(i - what.Length, what.Length).Equals(what, StringComparison.OrdinalIgnoreCase);

    // GitHub-flavoured Markdown has no emphasis inside words, and metric names stay readable in the source.
    private static bool IsWithinWord(string text, int i) => i > 0 && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i - 1])
        && char.IsAsciiLetterOrDigit(text[i + 1]);
}
