using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gate.Data.DuckDb;
using Gate.Data.Parsing;
using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>
/// Checks SQL that a policy brings. DuckDB itself is shut (see <see cref="Engine"/>); this keeps a condition a condition,
/// finds the files that a statement names, and refuses the few functions of DuckDB that do more than compute.
/// </summary>
internal static partial class UserSql
{
    // They run SQL from a text, which would escape these checks, or write logs and settings.
    private static readonly HashSet<string> Refused = new(StringComparer.OrdinalIgnoreCase)
    {
        "query", "query_table", "json_execute_serialized_sql", "enable_logging", "disable_logging", "set_log_level", "truncate_duckdb_logs",
        "write_log", "enable_profiling", "disable_profiling", "checkpoint", "force_checkpoint",
    };

    // PRAGMA, COPY, ATTACH and the like are refused before DuckDB looks at them.
    private static readonly string[] Starts = ["SELECT", "WITH", "FROM", "VALUES", "("];

    /// <summary>Checks a filter: one expression, which cannot close its parentheses and go on as something else.</summary>
    internal static void CheckCondition(string condition, string key)
    {
        int depth = 0;
        foreach (SqlToken token in Checked(condition, key))
        {
            if (token.Kind == SqlTokenKind.Comment)
                throw Refusal(key, $"comments are not allowed in a filter; write them in the policy with #");
            if (token.Is("(") || token.Is("[") || token.Is("{")) depth++;
            if ((token.Is(")") || token.Is("]") || token.Is("}")) && --depth < 0)
                throw Refusal(key, "a parenthesis is closed that was not opened; a filter is one condition "
                    + "such as: age >= 18 AND sex IS NOT NULL");
            if (token.Is(";")) throw Refusal(key, $"';' is not allowed; a filter is one condition such as: age >= 18 AND sex IS NOT NULL");
        }
        if (depth > 0) throw Refusal(key, $"a parenthesis is not closed");
        if (condition.Trim().Length == 0) throw Refusal(key, $"the filter is empty; remove it to keep all rows");
    }

    /// <summary>Refuses a condition that names a column of which there are two that differ in case only: DuckDB would take the first,
    /// whichever is meant, also in quotes.</summary>
    internal static void CheckCase(string condition, string key, IEnumerable<string> columns)
    {
        ILookup<string, string> alike = columns.ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        foreach (SqlToken token in SqlLexer.Tokens(condition).Where(token => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName))
            if (alike[token.Value].Take(2).ToArray() is [var first, var second])
                throw Refusal(key, $"'{Shown.Of(token.Value)}' may be the column '{Shown.Of(first)}' or '{Shown.Of(second)}': SQL does not "
                    + "tell upper and lower case apart; rename one of them");
    }

    /// <summary>Refuses a condition whose value is no truth: DuckDB would take every number but 0 for true.</summary>
    /// <param name="statement">A statement whose first column is the condition.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="key">The policy's key that holds it.</param>
    /// <returns>The statement, which is disposed where the condition is refused.</returns>
    internal static Statement Truth(Statement statement, string condition, string key)
    {
        DuckDbType type = statement.Columns[0].Type;
        if (type is DuckDbType.Boolean or DuckDbType.SqlNull) return statement;
        statement.Dispose();
        string shown = Shown.Of(condition.Trim());
        if (DecimalComma().Match(condition) is { Success: true } number)
            throw Refusal(key, $"'{shown}' is two values and no condition: write the number with a decimal point, "
                + $"{number.Value.Replace(',', '.')}");
        string instead = type == DuckDbType.VarChar ? $"{shown} = '…'" : $"{shown} <> 0";
        throw Refusal(key, $"'{shown}' is of type {type.ToString().ToUpperInvariant()} and no condition that is true or false; say what "
            + $"must hold of it, such as {instead}");
    }

    /// <summary>Whether the filter or a slice looks further than its own row.</summary>
    internal static bool HasSubquery(SourceOptions source) => source.Slices.Select(slice => slice.Sql).Append(source.Where).OfType<string>()
        .Any(HasSubquery);

    /// <summary>Whether a condition looks further than its own row.</summary>
    internal static bool HasSubquery(string condition) => SqlLexer.Tokens(condition).Any(token => token.Is("SELECT") || token.Is("FROM"));

    /// <summary>Checks a statement and writes the files it names as full paths below the folder.</summary>
    /// <returns>The statement without a final semicolon, and the paths and globs that it names.</returns>
    internal static (string Sql, IReadOnlyList<string> Paths) CheckStatement(string sql, string baseDirectory, string key)
    {
        SqlToken[] tokens = [.. Checked(sql, key).Where(token => token.Kind != SqlTokenKind.Comment)];
        int count = tokens.Length > 0 && tokens[^1].Is(";") ? tokens.Length - 1 : tokens.Length;
        if (count == 0) throw Refusal(key, $"the statement is empty; expected a SELECT");
        if (!Starts.Any(tokens[0].Is)) throw Refusal(key, $"expected a SELECT, found '{Shown.Of(tokens[0].Value)}'");
        if (tokens[..count].Any(token => token.Is(";"))) throw Refusal(key, $"expected one SELECT statement, found several");
        var paths = new List<string>();
        var rewritten = new StringBuilder();
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            if (tokens[i].Kind != SqlTokenKind.Text || !IsFile(tokens, i)) continue;
            string path = Below(tokens[i].Value, baseDirectory, key);
            paths.Add(path);
            rewritten.Append(sql, at, tokens[i].Start - at).Append(Sql.Text(path));
            at = tokens[i].Start + tokens[i].Length;
        }
        int end = tokens[count - 1].Start + tokens[count - 1].Length;
        return (rewritten.Append(sql, at, end - at).ToString(), paths);
    }

    private static IEnumerable<SqlToken> Checked(string sql, string key)
    {
        if (sql.Contains('\0', StringComparison.Ordinal)) throw Refusal(key, $"a NUL character is not allowed");
        SqlToken before = default;
        foreach (SqlToken token in SqlLexer.Tokens(sql))
        {
            if (token.Kind == SqlTokenKind.Unterminated)
                throw Refusal(key, $"the quote or comment that starts at character {token.Start + 1} is not closed");
            if (token.Is("(") && before.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && Refused.Contains(before.Value))
                throw Refusal(key, $"the function {before.Value} is not allowed");
            // DuckDB takes spaces of all kinds for blanks, so that the word before one would be another than the one that is checked.
            if (token.Kind == SqlTokenKind.Word && token.Value.Any(c => c > 0x7F && (char.IsWhiteSpace(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)))
                throw Refusal(key, $"an invisible character stands in '{Shown.Of(token.Value)}'; write a plain blank");
            yield return token;
            if (token.Kind != SqlTokenKind.Comment) before = token;
        }
    }

    // A text names a file after FROM or JOIN, after a comma of the FROM list (not told apart: DuckDB then refuses it), and as
    // the first argument of a reading function, alone or in a list.
    private static bool IsFile(SqlToken[] tokens, int i)
    {
        if (i == 0) return false;
        if (tokens[i - 1].Is("FROM") || tokens[i - 1].Is("JOIN")) return true;
        int at = i - 1;
        while (at > 0 && tokens[at].Is(",") && tokens[at - 1].Kind == SqlTokenKind.Text) at -= 2;
        if (at > 0 && tokens[at].Is("[")) at--;
        else if (at != i - 1) return false;
        return at > 0 && tokens[at].Is("(") && tokens[at - 1].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName
            && IsReader(tokens[at - 1].Value);
    }

    private static bool IsReader(string function) =>
        function.StartsWith("read_", StringComparison.OrdinalIgnoreCase)
            || function.StartsWith("parquet_", StringComparison.OrdinalIgnoreCase)
        || function.Equals("glob", StringComparison.OrdinalIgnoreCase) || function.Equals("sniff_csv", StringComparison.OrdinalIgnoreCase);

    private static string Below(string path, string baseDirectory, string key)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(baseDirectory));
        string full = Path.GetFullPath(Path.Combine(root, path));
        bool below = full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !path.Contains("://", StringComparison.Ordinal);
        return below ? full : throw Refusal(key, $"'{path}' is not below the policy's folder {root}; SQL may read only files below it");
    }

    [GeneratedRegex("[0-9]+,[0-9]+")]
    private static partial Regex DecimalComma();

    private static DataException Refusal(string key, string message) => new($"{key}: {message}") { PolicyKey = key };
}
