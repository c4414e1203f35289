using System.Text;
using Gate.Data.Parsing;
using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>The first record of a csv or tsv file: which delimiter it uses and what the columns are called.</summary>
/// <param name="Delimiter">Comma, semicolon, tab or bar.</param>
/// <param name="Names">The names, in order; a nameless column is called <c>column</c> and its number from 0.</param>
internal sealed record CsvHeader(char Delimiter, string[] Names)
{
    private const string Delimiters = ",;\t|";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the header from the first bytes of a file; null when they end within the header.</summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="whole">Whether that is the whole file.</param>
    /// <param name="file">The file, for messages and its extension.</param>
    /// <exception cref="DataException">The file is empty, not UTF-8, or the header cannot be one.</exception>
    internal static CsvHeader? Parse(ReadOnlySpan<byte> start, bool whole, SourceFile file)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble)) start = start[Encoding.UTF8.Preamble.Length..];
        if (start.Trim(" \t\r\n"u8).IsEmpty && whole) throw new DataException($"{file.Path} is empty; expected a header line and rows");
        int end = RecordEnd(start);
        if (end < 0 && !whole) return null;
        string record = Decode(end < 0 ? start : start[..end], file);
        if (record.Trim().Length == 0)
            throw new DataException($"{file.Path}: the first line is blank; it must hold the names of the columns");
        char delimiter = file.Format == FileFormat.Tsv ? '\t' : Detect(record);
        string[] names = Split(record, delimiter, file);
        Check(names, file);
        return new CsvHeader(delimiter, names);
    }

    private static int RecordEnd(ReadOnlySpan<byte> bytes)
    {
        bool quoted = false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '"') quoted = !quoted;
            else if (!quoted && bytes[i] is (byte)'\n' or (byte)'\r') return i;
        }
        return -1;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, SourceFile file)
    {
        try
        {
            string text = Strict.GetString(bytes);
            if (!text.Contains('\0', StringComparison.Ordinal)) return text;
        }
        catch (DecoderFallbackException)
        {
        }
        throw new DataException(ErrorTranslation.NotUtf8(file.Path, 1));
    }

    private static char Detect(string record)
    {
        var counts = new int[Delimiters.Length];
        bool quoted = false;
        foreach (char c in record)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && Delimiters.IndexOf(c, StringComparison.Ordinal) is >= 0 and int which) counts[which]++;
        }
        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    private static string[] Split(string record, char delimiter, SourceFile file)
    {
        var names = new List<string>();
        for (int i = 0; i <= record.Length; i++)
        {
            int start = i;
            while (start < record.Length && record[start] == ' ') start++;
            if (start < record.Length && record[start] == '"') names.Add(Quoted(record, ref start, delimiter, file));
            else
            {
                int end = record.IndexOf(delimiter, i);
                start = end < 0 ? record.Length : end;
                names.Add(record[i..start].Trim());
            }
            i = start;
        }
        for (int i = 0; i < names.Count; i++)
            if (names[i].Length == 0) names[i] = $"column{i}";
        return [.. names];
    }

    private static string Quoted(string record, ref int at, char delimiter, SourceFile file)
    {
        var name = new StringBuilder();
        for (at++; at < record.Length; at++)
        {
            if (record[at] != '"') name.Append(record[at]);
            else if (at + 1 < record.Length && record[at + 1] == '"') name.Append(record[at++]);
            else
            {
                for (at++; at < record.Length && record[at] == ' ';) at++;
                if (at == record.Length || record[at] == delimiter) return name.ToString();
                break;
            }
        }
        throw new DataException($"{file.Path}, line 1: the quotes around column name '{Shown.Of(name.ToString())}' do not fit together; "
            + "quote a name as \"name\", a quote within it as \"\"");
    }

    private static void Check(string[] names, SourceFile file)
    {
        DataLimits.RequireColumns(names.Length, file.Path);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names) DataLimits.RequireName(name, $"a column of {file.Path}");
        foreach (string name in names)
            if (!seen.Add(name))
                throw new DataException($"{file.Path}: two columns are called '{Shown.Of(name)}'; rename one of them in the header");
        if (names.All(name => WrittenNumber.Parse(Encoding.UTF8.GetBytes(name), out _) != NumberKind.NotANumber))
            throw new DataException($"{file.Path}: the first line holds only numbers; it must hold the "
                + "names of the columns: add a header line");
    }
}
