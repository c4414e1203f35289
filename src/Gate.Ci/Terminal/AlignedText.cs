using System.Text;

namespace Gate.Ci.Terminal;

/// <summary>Columns of text, and sentences that are broken between words.</summary>
public static class AlignedText
{
    /// <summary>One line a row, cells two spaces apart.</summary>
    /// <param name="rows">The rows, the header first; as many cells each.</param>
    /// <param name="right">The columns that end at the same place.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string[]> rows, params int[] right)
    {
        int[] widths = Widths(rows);
        return rows.Select(row => string.Join("  ", row.Select((cell, c) =>
            right.Contains(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
    }

    /// <summary>How wide the widest cell of each column is.</summary>
    /// <param name="rows">The rows.</param>
    public static int[] Widths(IReadOnlyList<string[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(row => row[c].Length))];

    /// <summary>A sentence in lines of a width at most; a word that is longer has a line of its own.</summary>
    /// <param name="text">The sentence, on one line.</param>
    /// <param name="width">The width; 0 for any.</param>
    /// <param name="indent">Spaces before every line.</param>
    public static IEnumerable<string> Wrapped(string text, int width, int indent)
    {
        string margin = new(' ', indent);
        if (width <= indent || text.Length + indent <= width)
        {
            yield return margin + text;
            yield break;
        }
        var line = new StringBuilder(margin);
        foreach (string word in text.Split(' '))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(margin);
            }
            if (line.Length > indent) line.Append(' ');
            line.Append(word);
        }
        yield return line.ToString();
    }
}
