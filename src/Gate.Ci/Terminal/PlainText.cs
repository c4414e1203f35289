using System.Text;

namespace Gate.Ci.Terminal;

/// <summary>Makes text from data safe for a terminal or a log: one line, no control characters, no escape sequences.</summary>
public static class PlainText
{
    /// <summary>The text with every control and format character (line breaks, escapes, direction marks) replaced by
    /// <c>\uXXXX</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string OneLine(string text)
    {
        if (!text.Any(NeedsEscape)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            if (NeedsEscape(c)) safe.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else safe.Append(c);
        }
        return safe.ToString();
    }

    private static bool NeedsEscape(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;
}
