using System.Text.RegularExpressions;
using Gate.Data.DuckDb;
using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>Turns DuckDB's messages into Gate's: what is wrong, where, what to do.</summary>
internal static partial class ErrorTranslation
{
    internal static string NotUtf8(string path, long line) =>
        $"{path}, line {line}: the text is not UTF-8; save the file as UTF-8 (for example: iconv -f latin1 -t utf-8)";

    /// <summary>The error of reading files.</summary>
    internal static DataException Reading(DuckDbException e, IReadOnlyList<SourceFile> files)
    {
        string message = e.Message;
        string path = FileLine().Match(message) is { Success: true } file ? file.Groups[1].Value.Trim() : files.FirstOrDefault(
            f => message.Contains(f.Path, StringComparison.Ordinal))?.Path ?? files[0].Path;
        if (CsvLine().Match(message) is { Success: true } csv)
            return Csv(e, path, long.Parse(csv.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        string first = FirstLine(message);
        if (files[0].Format == FileFormat.Parquet)
            return new DataException($"{path} is not a readable parquet file ({first}); fetch or write it again", e);
        if (files[0].Format is FileFormat.Json or FileFormat.NdJson)
            return new DataException($"{path} is not readable JSON ({first}); expected one object a line, or one array of objects", e);
        return new DataException($"{path} cannot be read: {first}", e);
    }

    /// <summary>The error of an SQL statement or condition.</summary>
    /// <param name="e">DuckDB's error.</param>
    /// <param name="key">The policy's key, for example data.where.</param>
    /// <param name="names">The columns that exist.</param>
    internal static DataException InSql(DuckDbException e, string key, IEnumerable<string> names)
    {
        // What DuckDB refuses before it looks at a row is the statement's fault; a value that cannot be converted is the data's.
        string? fault = Statement().IsMatch(e.Message) ? key : null;
        if (UnknownColumn().Match(e.Message) is { Success: true } column)
            return new DataException(
                $"{key}: no column is called '{column.Groups[1].Value}'{NearestName.Hint(column.Groups[1].Value, names)}", e)
                { PolicyKey = fault };
        if (DeniedFile().Match(e.Message) is { Success: true } denied)
            return new DataException($"{key}: '{denied.Groups[1].Value}' must not be read; SQL may read only files below the policy's "
                + "folder, named in full as a text after FROM or JOIN or as the first argument of a read_… function", e)
                { PolicyKey = key };
        return new DataException($"{key}: {FirstLine(e.Message)}{Hint(e.Message)}", e) { PolicyKey = fault };
    }

    /// <summary>What to do about the faults that are made most often.</summary>
    private static string Hint(string message) => MixedTypes().IsMatch(message)
        ? "; write a text in single quotes, and read a column of numbers that came as text (a decimal comma, a unit) by data.source with "
            + "sql"
        : UnexpectedEnd().IsMatch(message) ? "; it ends too early, or a bracket is closed before something that is missing"
        : message.Contains("syntax error", StringComparison.Ordinal)
        ? "; before it something is missing, or written in a way that SQL does not know. Conditions are such as: age >= 18 AND sex = 'f'"
        : "";

    /// <summary>The error of a slice while rows are read. Unlike a filter's it is always the policy's: without the slice the data can be
    /// used.</summary>
    internal static DataException InSlice(DuckDbException e, string key, IEnumerable<string> names) =>
        new(InSql(e, key, names).Message, e) { PolicyKey = key };

    private static DataException Csv(DuckDbException e, string path, long line)
    {
        string message = e.Message;
        if (Fields().Match(message) is { Success: true } fields)
            return new DataException($"{path}, line {line}: expected {fields.Groups[1].Value} fields as in the header, found "
                + $"{fields.Groups[2].Value}; correct the line, or quote fields that hold the delimiter", e);
        if (message.Contains("utf-8", StringComparison.OrdinalIgnoreCase)) return new DataException(NotUtf8(path, line), e);
        if (message.Contains("unterminated quote", StringComparison.OrdinalIgnoreCase))
            return new DataException($"{path}, line {line}: a quoted field has no closing quote, or text follows it; write a quote within "
                + "a quoted field as \"\"", e);
        if (message.Contains("Maximum line size", StringComparison.OrdinalIgnoreCase))
            return new DataException($"{path}, line {line}: the line is longer than 2 MB, or a quote in it is not closed", e);
        string what = message.Split('\n').Skip(1)
            .FirstOrDefault(text => text.Length > 0 && !text.StartsWith("Original Line", StringComparison.Ordinal)) ?? "it is malformed";
        return new DataException($"{path}, line {line}: {what}", e);
    }

    private static string FirstLine(string message) => Kind().Replace(message.Split('\n')[0].Trim(), "");

    [GeneratedRegex(@"^\s*file = (.+)$", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex(@"CSV Error on Line: (\d+)")]
    private static partial Regex CsvLine();

    [GeneratedRegex(@"Expected Number of Columns: (\d+) Found: (\d+)")]
    private static partial Regex Fields();

    [GeneratedRegex("""(?:Referenced column|column named|Column with name) "?([^"\n]+?)"? (?:not found|was not found|does not exist)""")]
    private static partial Regex UnknownColumn();

    [GeneratedRegex("""Cannot access (?:file|directory) "([^"]+)" """)]
    private static partial Regex DeniedFile();

    [GeneratedRegex("Cannot compare values of type (?:VARCHAR and type (?!VARCHAR)|(?!VARCHAR)[A-Z0-9(),]+ and type VARCHAR)")]
    private static partial Regex MixedTypes();

    [GeneratedRegex("""syntax error at (?:end of input|or near "[)]")""")]
    private static partial Regex UnexpectedEnd();

    [GeneratedRegex("^(?:Parser|Binder|Catalog|Permission) Error: ")]
    private static partial Regex Statement();

    [GeneratedRegex("^[A-Z][A-Za-z/-]+(?: [A-Z][a-z]+)* Error: ")]
    private static partial Regex Kind();
}
