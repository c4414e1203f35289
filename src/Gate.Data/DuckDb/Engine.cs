using System.Globalization;
using System.Text;
using static Gate.Data.DuckDb.NativeMethods;

namespace Gate.Data.DuckDb;

/// <summary>Receives the chunks of a result, in order.</summary>
internal delegate void ChunkHandler(Chunk chunk);

/// <summary>
/// An in-memory DuckDB that can read the files it was opened for and nothing else: no other file, no network, no extension,
/// no spilling to disk, and no way for SQL to change that.
/// </summary>
internal sealed class Engine : IDisposable
{
    private const int ResultReady = 0, ExecutionError = 2, NoTasks = 3;
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);

    private readonly DatabaseHandle database;
    private readonly ConnectionHandle connection;

    private Engine()
    {
        if (duckdb_open(null, out database) != Success) throw new DuckDbException("IO Error: DuckDB cannot be opened");
        if (duckdb_connect(database, out connection) != Success) throw new DuckDbException("IO Error: DuckDB cannot be connected to");
    }

    /// <summary>Opens an engine.</summary>
    /// <param name="readable">Full paths (or globs as the SQL spells them) that may be read.</param>
    /// <param name="threads">Threads to work with; 0 for all cores.</param>
    /// <param name="memory">The most bytes that it may take.</param>
    internal static Engine Open(IEnumerable<string> readable, int threads, long memory)
    {
        var engine = new Engine();
        try
        {
            if (threads > 0) engine.Execute($"SET threads={threads.ToString(CultureInfo.InvariantCulture)}");
            engine.Execute($"SET memory_limit='{(memory + 1023) / 1024} KiB'");
            foreach (string setting in Settings(readable)) engine.Execute(setting);
            return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    // The order matters: paths can be allowed only before access is shut, and nothing can be set after the lock.
    private static string[] Settings(IEnumerable<string> readable) =>
    [
        "SET TimeZone='UTC'",
        "SET temp_directory=''",
        "SET preserve_insertion_order=true",
        "SET autoinstall_known_extensions=false",
        "SET autoload_known_extensions=false",
        "SET allow_community_extensions=false",
        "SET enable_progress_bar=true",
        "SET enable_progress_bar_print=false",
        $"SET allowed_paths=[{string.Join(", ", readable.Select(Sql.Text))}]",
        "SET enable_external_access=false",
        "SET lock_configuration=true",
    ];

    /// <summary>Prepares one SELECT.</summary>
    internal Statement Prepare(string sql) => Statement.Prepare(connection, sql, selectOnly: true);

    /// <summary>Runs a statement and hands out its result chunk by chunk, in the order of the source.</summary>
    internal void Run(Statement statement, ChunkHandler handler, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using CancellationTokenRegistration registration = cancel.Register(() => duckdb_interrupt(connection));
        try
        {
            Stream(statement, handler, progress, cancel);
        }
        catch (DuckDbException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
    }

    /// <summary>The first column of a small result as texts.</summary>
    internal List<string> Texts(string sql, CancellationToken cancel = default)
    {
        var texts = new List<string>();
        using Statement statement = Prepare(sql);
        Run(statement, Add, null, cancel);
        return texts;

        void Add(Chunk chunk)
        {
            ColumnVector vector = chunk[0];
            ReadOnlySpan<DuckString> values = vector.Values<DuckString>();
            for (int i = 0; i < chunk.Count; i++)
                texts.Add(vector.IsValid(i) ? Encoding.UTF8.GetString(DuckString.Bytes(in values[i])) : "");
        }
    }

    private void Execute(string sql)
    {
        using Statement statement = Statement.Prepare(connection, sql, selectOnly: false);
        Stream(statement, static _ => { }, null, CancellationToken.None);
    }

    private void Stream(Statement statement, ChunkHandler handler, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        int state = duckdb_pending_prepared_streaming(statement.Handle, out PendingHandle pending);
        using (pending)
        {
            if (state != Success) throw new DuckDbException(Text(duckdb_pending_error(pending)));
            var reporter = new Reporter(this, progress);
            ExecuteTasks(pending, reporter, cancel);
            state = duckdb_execute_pending(pending, out RawResult result);
            try
            {
                if (state != Success) throw new DuckDbException(Text(duckdb_result_error(ref result)));
                HandOut(ref result, handler, reporter, cancel);
            }
            finally
            {
                duckdb_destroy_result(ref result);
            }
        }
    }

    private static void ExecuteTasks(PendingHandle pending, Reporter reporter, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            int state = duckdb_pending_execute_task(pending);
            if (state == ResultReady) return;
            if (state == ExecutionError) throw new DuckDbException(Text(duckdb_pending_error(pending)));
            if (state == NoTasks) Thread.Sleep(1);
            reporter.Report();
        }
    }

    private static void HandOut(ref RawResult result, ChunkHandler handler, Reporter reporter, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            nint chunk = duckdb_fetch_chunk(result);
            if (chunk == 0) break;
            try
            {
                var rows = new Chunk(chunk);
                handler(rows);
                reporter.Rows += rows.Count;
            }
            finally
            {
                duckdb_destroy_data_chunk(ref chunk);
            }
            reporter.Report();
        }
        // The end of a stream and its failure look alike until asked.
        if (Text(duckdb_result_error(ref result)) is { Length: > 0 } error) throw new DuckDbException(error);
    }

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    /// <summary>Tells at most ten times a second how far a query has come.</summary>
    private sealed class Reporter(Engine engine, IProgress<ReadProgress>? progress)
    {
        private long last = System.Diagnostics.Stopwatch.GetTimestamp();

        internal long Rows { get; set; }

        internal void Report()
        {
            if (progress is null || System.Diagnostics.Stopwatch.GetElapsedTime(last) < ReportEvery) return;
            last = System.Diagnostics.Stopwatch.GetTimestamp();
            double percentage = duckdb_query_progress(engine.connection).Percentage;
            progress.Report(new ReadProgress(percentage >= 0 ? Math.Min(1, percentage / 100) : null, Rows));
        }
    }
}
