using System.Globalization;
using System.Text;

namespace Gate.Reporting.Text;

/// <summary>Makes text from data harmless as text, before a renderer escapes it for its own format.</summary>
internal static class PlainText
{
    /// <summary>Longer texts are cut: a name of a megabyte is no name.</summary>
    internal const int MaxLength = 2000;

    /// <summary>
    /// The text without control characters, unpaired surrogates, and characters that reorder what stands around them (the ones that let a
    /// name disguise a verdict); each becomes U+FFFD. Line breaks and tabs become spaces.
    /// </summary>
    /// <param name="text">Any text.</param>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength + 1));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxLength) return clean.Append('…').ToString();
            if (rune.Value is '\n' or '\r' or '\t' or 0x2028 or 0x2029) clean.Append(' ');
            else if (IsHarmful(rune)) clean.Append('\uFFFD');
            else clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static bool IsHarmful(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0xFFFE or 0xFFFF;
}
