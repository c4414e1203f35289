using System.Buffers;
using System.Text;

namespace Gate.Reporting.Text;

/// <summary>Escapes text for HTML elements and quoted attributes, after cleaning it (<see cref="PlainText"/>).</summary>
internal static class HtmlText
{
    // Printable ASCII without the characters that mean something in HTML: most texts of a report hold nothing else.
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("&<>\"'`")]);

    /// <summary>The escaped text.</summary>
    internal static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Length <= PlainText.MaxLength && !text.AsSpan().ContainsAnyExcept(Harmless)) return text;
        var html = new StringBuilder(text.Length + 16);
        foreach (char c in PlainText.Clean(text))
        {
            string? entity = c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                _ => null,
            };
            if (entity is null) html.Append(c);
            else html.Append(entity);
        }
        return html.ToString();
    }
}
