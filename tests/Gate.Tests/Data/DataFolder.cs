using System.IO.Compression;
using System.Text;
using Gate.Data;
using Gate.Data.DuckDb;
using static Gate.Data.DuckDb.NativeMethods;

namespace Gate.Tests.Data;

/// <summary>A folder of test files that goes away with the test, and a DuckDB without locks to write them with.</summary>
public sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gate-data-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WriteGzip(string name, string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return Write(name, buffer.ToArray());
    }

    /// <summary>Writes the result of a SELECT with DuckDB's COPY.</summary>
    public string Copy(string name, string select, string options = "FORMAT parquet")
    {
        string path = System.IO.Path.Combine(Path, name);
        Execute($"COPY ({select}) TO '{path}' ({options})");
        return path;
    }

    public SourceOptions Source(params string[] paths) => new() { Paths = paths, BaseDirectory = Path };

    public SourceOptions SqlSource(string sql) => new() { Sql = sql, BaseDirectory = Path };

    public Table Read(params string[] paths) => TableReader.Read(Source(paths));

    public Table ReadSql(string sql) => TableReader.Read(SqlSource(sql));

    public Table ReadCsv(string text) => TableReader.Read(Source(Write("data.csv", text)));

    /// <summary>The message of the error that reading gives.</summary>
    public string Error(params string[] paths) => Error(Source(paths));

    public static string Error(SourceOptions source) => Assert.Throws<DataException>(() => TableReader.Read(source)).Message;

    private static void Execute(string sql)
    {
        Assert.Equal(Success, duckdb_open(null, out DatabaseHandle database));
        using (database)
        {
            Assert.Equal(Success, duckdb_connect(database, out ConnectionHandle connection));
            using (connection)
            using (Statement statement = Statement.Prepare(connection, sql, selectOnly: false))
            {
                int state = duckdb_pending_prepared_streaming(statement.Handle, out PendingHandle pending);
                using (pending)
                {
                    Assert.Equal(Success, state);
                    state = duckdb_execute_pending(pending, out RawResult result);
                    string error = Text(duckdb_result_error(ref result));
                    duckdb_destroy_result(ref result);
                    Assert.True(state == Success, error);
                }
            }
        }
    }
}

internal static class ColumnAssertions
{
    public static double[] Numbers(this Table table, string column) => Assert.IsType<NumericColumn>(table[column]).Values;

    /// <summary>The texts row by row; null where missing.</summary>
    public static List<string?> Texts(this Table table, string column)
    {
        CategoryColumn categories = Assert.IsType<CategoryColumn>(table[column]);
        return [.. categories.Codes.Select(code => code < 0 ? null : categories.Categories[code])];
    }
}
