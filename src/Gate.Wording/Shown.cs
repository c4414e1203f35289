namespace Gate.Wording;

/// <summary>Texts from files as messages show them: on one line, without control characters, not too long. What renders for a place of its
/// own (HTML, Markdown, a terminal, a workflow command) escapes for that place besides.</summary>
public static class Shown
{
    /// <summary>How many characters of a text are shown.</summary>
    public const int Longest = 60;

    /// <summary>A text on one line and cut after <see cref="Longest"/> characters, with an ellipsis where it was cut.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // One more than is shown says whether there is more; a surrogate pair is not torn.
        string line = OneLine(text.Length <= Longest ? text : text[..(Longest + 1)]);
        if (line.Length <= Longest) return line;
        int cut = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..cut] + "…";
    }

    /// <summary>A text whose line breaks and control characters, which could forge lines of a log, have become spaces.</summary>
    /// <param name="text">Any text.</param>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(Breaks) ? string.Concat(text.Select(c => Breaks(c) ? ' ' : c)) : text;
    }

    private static bool Breaks(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
