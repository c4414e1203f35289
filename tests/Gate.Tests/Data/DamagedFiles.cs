using System.Text;
using Gate.Data;
using Gate.Tests.Models;

namespace Gate.Tests.Data;

/// <summary>Whatever is done to a good file or query, reading it ends in time, with a table or with a <see cref="DataException"/>. The same
/// faults in every run; GATE_FUZZ_TIMES makes more of them (see eng/fuzz.sh).</summary>
public sealed class DamagedFiles : IDisposable
{
    /// <summary>Cases a run; a case that takes longer than this hangs.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    private static readonly int times = Mutations.Setting("GATE_FUZZ_TIMES", 1);

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    private const string Rows = "FROM (SELECT i AS a, i / 7 AS b, 'text ' || i % 5 AS c, i % 2 = 0 AS d, DATE '2024-01-01' + i::INT AS e, "
        + "CASE WHEN i % 3 = 0 THEN NULL ELSE i END AS f FROM range(60) t(i))";

    [Theory]
    [InlineData("d.csv", "FORMAT csv")]
    [InlineData("d.tsv", "FORMAT csv, DELIMITER '\t'")]
    [InlineData("d.csv.gz", "FORMAT csv, COMPRESSION gzip")]
    [InlineData("d.csv.zst", "FORMAT csv, COMPRESSION zstd")]
    [InlineData("d.ndjson", "FORMAT json")]
    [InlineData("d.json", "FORMAT json, ARRAY true")]
    [InlineData("d.parquet", "FORMAT parquet")]
    public void Of_every_format_are_tables_or_errors(string name, string options)
    {
        byte[] whole = File.ReadAllBytes(folder.Copy(name, Rows, options));
        var random = new Random(20260101);
        int tables = 0, count = 60 * times;
        for (int i = 0; i < count; i++)
        {
            folder.Write(name, Mutations.Of(whole, random));
            SourceOptions source = folder.Source(name);
            if (i % 4 == 0) source = source with { Where = "a > 3 AND c <> 'text 1'" };
            tables += Read(source, $"{name}, case {i}");
        }
        Assert.InRange(tables, 0, count);
    }

    private static readonly string[] scraps =
    [
        "(", ")", ",", "'", "\"", ";", "--", "/*", "*/", "$$", "E'\\'", "[", "]", "{", "}", "::INT", "::JSON", " OR ",
            " AND ", " NOT ", " IN ",
        "SELECT ", " FROM ", " WHERE ", " GROUP BY ", " ORDER BY ", " LIMIT 3", " UNION ALL ", " JOIN ", " WITH x AS ", "random()", "now()",
        "read_csv('d.csv')", "'d.csv'", "'/etc/passwd'", "'../d.csv'", "range(10)", "unnest([1, 2])", "list_value(1)", "NULL", "-1",
        "9223372036854775808", "1e999", "a", "b", "c", "x -> x + 1", "COLUMNS(*)", "* EXCLUDE (a)", "\u00A0", "\u200B", "\0", "é", "😀",
        "struct_pack(a := 1)", "json_extract('{}', '$.a')", "regexp_matches(c, '(a+)+$')", "repeat('x', 100)",
            "PIVOT ", "SUMMARIZE ", "?", "$1",
        " USING SAMPLE 3", "current_date", "DESCRIBE ", "PRAGMA version", "COPY ", "ATTACH 'x'", "SET threads=1",
    ];

    [Fact]
    public void Queries_and_conditions_are_tables_or_errors()
    {
        folder.Copy("d.csv", Rows, "FORMAT csv");
        string[] good = ["SELECT a, b, c FROM 'd.csv' WHERE a > 3 ORDER BY a",
            "SELECT c, count(*) AS n FROM read_csv('d.csv') GROUP BY c ORDER BY c",
            "WITH t AS (SELECT a % 3 AS k, b FROM 'd.csv') SELECT k, sum(b) AS s FROM t GROUP BY ALL ORDER BY k"];
        string[] conditions = ["a > 3 AND c = 'text 1'", "b IS NOT NULL OR d", "a IN (SELECT a FROM data WHERE b > 2)"];
        var random = new Random(20260102);
        for (int i = 0; i < 150 * times; i++)
        {
            bool query = i % 2 == 0;
            var sql = new StringBuilder(query ? good[i / 2 % good.Length] : conditions[i / 2 % conditions.Length]);
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                int at = random.Next(sql.Length + 1);
                if (random.Next(3) == 0) sql.Remove(at, Math.Min(random.Next(1, 9), sql.Length - at));
                else sql.Insert(at, scraps[random.Next(scraps.Length)]);
            }
            SourceOptions source = query ? folder.SqlSource(sql.ToString()) : folder.Source("d.csv") with { Where = sql.ToString() };
            Read(source, $"case {i}: {sql}");
        }
    }

    /// <summary>1 for a table, 0 for an error that a user is told.</summary>
    private static int Read(SourceOptions source, string what)
    {
        using var time = new CancellationTokenSource(longest);
        try
        {
            return TableReader.Read(source with { Memory = 256 << 20 }, null, time.Token).RowCount > 0 ? 1 : 0;
        }
        catch (DataException)
        {
            return 0;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what}: {e.GetType().Name}: {e.Message}", e);
        }
    }
}
