namespace Gate.Data.Parsing;

/// <summary>Texts from files as messages show them: on one line, without control characters, not too long.</summary>
internal static class Shown
{
    private const int Longest = 80;

    internal static string Of(string text)
    {
        string line = string.Concat(text.Take(Longest + 1).Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length > Longest ? line[..Longest] + "…" : line;
    }
}
