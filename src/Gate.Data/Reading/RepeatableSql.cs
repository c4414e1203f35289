using System.Runtime.InteropServices;
using Gate.Data.DuckDb;
using Gate.Data.Parsing;
using Gate.Wording;

namespace Gate.Data.Reading;

/// <summary>
/// Refuses SQL of a policy that may answer otherwise when it is asked again: chance, the clock, samples, and what DuckDB knows of itself
/// and of the machine. Running a policy again must not be able to turn its verdict. What is volatile, DuckDB's own catalogue says; listed
/// by hand is only what it does not (docs/decisions/0038).
/// </summary>
internal static class RepeatableSql
{
    // The parser's own words for functions; they stand without parentheses and in no catalogue.
    private static readonly string[] ClockWords =
        ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "current_query"];

    // The catalogue calls them consistent: the settings of the engine, which follow the machine, and names of files with their times.
    private static readonly string[] OfTheMachine = ["current_setting", "getvariable", "read_text", "read_blob"];

    private static readonly string[] Gathering = ["JOIN", "GROUP", "DISTINCT", "LIMIT", "OFFSET", "UNION", "INTERSECT", "EXCEPT", "OVER",
        "QUALIFY", "PIVOT", "UNPIVOT", "ORDER", "HAVING"];

    // The catalogue calls it volatile so that it is not computed ahead; it gives no answer at all.
    private const string Raises = "error";

    private static readonly string[] OfTheData =
    [
        "read_csv", "read_csv_auto", "sniff_csv", "read_json", "read_json_auto", "read_json_objects", "read_json_objects_auto",
        "read_ndjson", "read_ndjson_auto", "read_ndjson_objects", "read_parquet", "parquet_scan", "parquet_schema", "parquet_metadata",
        "parquet_file_metadata", "parquet_kv_metadata", "parquet_full_metadata", "parquet_bloom_probe", "glob", "range", "generate_series",
        "unnest", "repeat", "repeat_row", "json_each", "json_tree",
    ];

    /// <summary>Checks a condition or a statement.</summary>
    /// <param name="engine">The engine that will run it.</param>
    /// <param name="sql">The SQL, whose quotes and comments are closed.</param>
    /// <param name="key">The policy's key that holds it.</param>
    /// <param name="columns">Names of columns, which come before functions of the same name; empty where they are not known.</param>
    /// <exception cref="DataException">It may answer otherwise when it is asked again.</exception>
    internal static void Require(Engine engine, string sql, string key, IEnumerable<string> columns)
    {
        SqlToken[] tokens = Tokens(sql);
        for (int i = 0; i < tokens.Length; i++)
            if (tokens[i].Is("TABLESAMPLE") || (i > 0 && tokens[i].Is("SAMPLE") && tokens[i - 1].Is("USING")))
                throw Refusal(key, "a sample is drawn anew every time; keep rows by their own values, such as hash(id) % 10 = 0");
        string[] called = [.. Calls(tokens), .. Clock(tokens, columns)];
        if (called.Length > 0 && Offender(engine, called) is { } name) throw Refusal(key, Reason(name));
        if (OneArgumentAge(tokens)) throw Refusal(key, Reason("age") + "; with two arguments it is allowed");
        if (tokens.Any(token => token.Is("FROM")) && SystemView(engine, tokens) is { } view)
            throw Refusal(key, $"'{Shown.Of(view)}' is a table of the engine's own state and not of the data");
    }

    /// <summary>Whether rows and their order could depend on how the engine works: everything that joins, gathers, sorts or cuts rows, and
    /// aggregates, of which some draw samples.</summary>
    internal static bool MayReorder(Engine engine, string sql)
    {
        SqlToken[] tokens = Tokens(sql);
        if (tokens.Any(token => Gathering.Any(token.Is))) return true;
        string[] called = [.. Calls(tokens).Select(name => Sql.Text(name.ToLowerInvariant()))];
        return called.Length > 0 && engine.Texts("SELECT function_name FROM duckdb_functions() WHERE function_type = 'aggregate' AND "
            + $"lower(function_name) IN ({string.Join(", ", called)}) LIMIT 1").Count > 0;
    }

    /// <summary>Whether two readings of the same give the same rows in the same order.</summary>
    internal static bool AreEqual(SlicedTable first, SlicedTable second) =>
        first.Table.Columns.Zip(second.Table.Columns).All(pair => AreEqual(pair.First, pair.Second))
        && first.Slices.Zip(second.Slices).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static bool AreEqual(Column first, Column second) => (first, second) switch
    {
        (NumericColumn a, NumericColumn b) => MemoryMarshal.AsBytes(a.Values.AsSpan())
            .SequenceEqual(MemoryMarshal.AsBytes(b.Values.AsSpan()))
            && Enumerable.Range(0, a.Count).All(row => a.IsMissing(row) == b.IsMissing(row)),
        (CategoryColumn a, CategoryColumn b) => a.Codes.AsSpan().SequenceEqual(b.Codes) && a.Categories.SequenceEqual(b.Categories),
        _ => false,
    };

    private static SqlToken[] Tokens(string sql) => [.. SqlLexer.Tokens(sql).Where(token => token.Kind != SqlTokenKind.Comment)];

    private static bool IsName(SqlToken token) => token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    private static IEnumerable<string> Calls(SqlToken[] tokens) =>
        Enumerable.Range(0, Math.Max(0, tokens.Length - 1)).Where(i => IsName(tokens[i]) && tokens[i + 1].Is("("))
            .Select(i => tokens[i].Value);

    // Behind a dot or AS stands a name of the user's own; a column hides the function.
    private static IEnumerable<string> Clock(SqlToken[] tokens, IEnumerable<string> columns) =>
        tokens.Where((token, i) => IsName(token) && ClockWords.Contains(token.Value, StringComparer.OrdinalIgnoreCase)
            && !(i > 0 && (tokens[i - 1].Is(".") || tokens[i - 1].Is("AS")))
            && !columns.Contains(token.Value, StringComparer.OrdinalIgnoreCase)).Select(token => token.Value);

    /// <summary>The first of some functions that may not be called, itself or by what it is made of.</summary>
    private static string? Offender(Engine engine, IReadOnlyList<string> called)
    {
        HashSet<string> seen = new(called, StringComparer.OrdinalIgnoreCase);
        for (IReadOnlyList<string> names = [.. seen]; names.Count > 0;)
        {
            if (names.FirstOrDefault(name => ClockWords.Concat(OfTheMachine)
                .Contains(name, StringComparer.OrdinalIgnoreCase)) is { } listed)
                return listed;
            string among = $"lower(function_name) IN ({string.Join(", ", names.Select(name => Sql.Text(name.ToLowerInvariant())))})";
            string data = string.Join(", ", OfTheData.Select(Sql.Text));
            if (engine.Texts($"SELECT function_name FROM duckdb_functions() WHERE {among} AND (stability <> 'CONSISTENT' OR "
                + $"function_type = 'pragma' OR (function_type = 'table' AND function_name NOT IN ({data}))) AND "
                + $"function_name <> '{Raises}'")
                is [var name, ..])
                return name;
            string[] definitions = [.. engine.Texts($"SELECT macro_definition FROM duckdb_functions() WHERE {among} AND "
                + "macro_definition IS NOT NULL")];
            names = [.. definitions.Select(Tokens).SelectMany(tokens => Calls(tokens).Concat(Clock(tokens, []))).Where(seen.Add)];
        }
        return null;
    }

    // With one argument it counts from today.
    private static bool OneArgumentAge(SqlToken[] tokens)
    {
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            if (!IsName(tokens[i]) || !tokens[i].Value.Equals("age", StringComparison.OrdinalIgnoreCase)
                || !tokens[i + 1].Is("(")) continue;
            int depth = 0, commas = 0, at = i + 1;
            do
            {
                if (tokens[at].Is("(") || tokens[at].Is("[") || tokens[at].Is("{")) depth++;
                if (tokens[at].Is(")") || tokens[at].Is("]") || tokens[at].Is("}")) depth--;
                if (depth == 1 && tokens[at].Is(",")) commas++;
            }
            while (depth > 0 && ++at < tokens.Length);
            if (commas == 0) return true;
        }
        return false;
    }

    private static string? SystemView(Engine engine, SqlToken[] tokens)
    {
        HashSet<string> views = new(engine.Texts("SELECT view_name FROM duckdb_views() WHERE internal AND schema_name <> "
            + "'information_schema' UNION ALL VALUES ('information_schema'), ('pg_catalog')"), StringComparer.OrdinalIgnoreCase);
        for (int i = 1; i < tokens.Length; i++)
            if (IsName(tokens[i]) && views.Contains(tokens[i].Value)
                && (tokens[i - 1].Is("FROM") || tokens[i - 1].Is("JOIN") || tokens[i - 1].Is(",") || tokens[i - 1].Is(".")))
                return tokens[i].Value;
        return null;
    }

    private static string Reason(string name) => $"{Shown.Of(name)} may answer otherwise when it is asked again (it tells the time, draws "
        + "at random or looks at the machine), and running a policy again must not change its verdict; use values of the data, such as "
        + "hash(id) % 10 = 0, or write the day that is meant, such as DATE '2026-01-31'";

    private static DataException Refusal(string key, string message) => new($"{key}: {message}") { PolicyKey = key };
}
