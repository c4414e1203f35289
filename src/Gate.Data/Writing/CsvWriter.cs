using System.Text;

namespace Gate.Data.Writing;

/// <summary>Writes a table as csv (RFC 4180, UTF-8, LF): texts are quoted where they need it, missing values are empty fields, numbers are
/// the shortest that read back to the same bits.</summary>
public static class CsvWriter
{
    private const string Special = ",\"\r\n";

    /// <summary>Writes a table with its header.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where it goes; not closed.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Write(Table table, Stream stream, CancellationToken cancel = default) => Write(table, stream, header: true, cancel);

    /// <summary>Writes a table, or a part of one that others of the same columns were written before.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where it goes; not closed.</param>
    /// <param name="header">Whether the header is written.</param>
    /// <param name="cancel">Stops the work.</param>
    public static void Write(Table table, Stream stream, bool header, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        if (header) writer.WriteLine(string.Join(',', table.Names.Select(Field)));
        Func<int, string>[] columns = [.. table.Columns.Select(TextOf)];
        for (int row = 0; row < table.RowCount; row++)
        {
            cancel.ThrowIfCancellationRequested();
            for (int c = 0; c < columns.Length; c++)
            {
                if (c > 0) writer.Write(',');
                writer.Write(columns[c](row));
            }
            writer.WriteLine();
        }
    }

    private static Func<int, string> TextOf(Column column)
    {
        if (column is not CategoryColumn categories) return row => column.TextAt(row) ?? "";
        string[] fields = Array.ConvertAll(categories.Categories, Value);
        return row => categories.Codes[row] is >= 0 and int code ? fields[code] : "";
    }

    // An empty text that is there is quoted, so that it differs from a missing one.
    private static string Value(string text) => text.Length == 0 ? "\"\"" : Field(text);

    private static string Field(string text) => text.AsSpan().IndexOfAny(Special) < 0 ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
