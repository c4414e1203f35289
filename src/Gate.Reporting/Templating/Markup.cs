using System.Text;

namespace Gate.Reporting.Templating;

/// <summary>HTML that Gate itself made, the only values that a template prints unescaped: signs, strips, the app, a checked page. A
/// template cannot make one: whatever it does with it gives a text, which is escaped.</summary>
/// <param name="Utf8">The HTML in UTF-8.</param>
internal sealed record Markup(ReadOnlyMemory<byte> Utf8)
{
    internal Markup(string html)
        : this(Encoding.UTF8.GetBytes(html))
    {
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}
