using System.Text;
using Gate.Reporting.Text;
using HandlebarsDotNet;

namespace Gate.Reporting.Html;

/// <summary>Escapes text for HTML elements and quoted attributes, after cleaning it (<see cref="PlainText"/>).</summary>
internal sealed class HtmlText : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => target.Write(Escape(text?.ToString()));

    public void Encode(string? text, TextWriter target) => target.Write(Escape(text));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var all = new StringBuilder();
        while (text is not null && text.MoveNext()) all.Append(text.Current);
        Encode(all, target);
    }

    /// <summary>The escaped text.</summary>
    internal static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var html = new StringBuilder(text.Length + 16);
        foreach (char c in PlainText.Clean(text))
        {
            html.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                _ => null,
            } ?? c.ToString());
        }
        return html.ToString();
    }
}
