using System.IO.Compression;
using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>How deep JSON may be nested. DuckDB's reader calls itself for each level and ends the process where the stack does; a table has
/// no use for depth.</summary>
internal static class JsonDepth
{
    /// <summary>The most levels.</summary>
    internal const int Most = 64;

    // A line is at most as long as a row of csv may be.
    private const int LongestLine = 1 << 26;

    /// <summary>Reads a file through and refuses it where it is nested too deep.</summary>
    /// <param name="file">A file of JSON, also compressed.</param>
    /// <param name="engine">An engine that may read it; asked only for zstd, which .NET has no reader for.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="DataException">It is nested too deep, or cannot be unpacked.</exception>
    internal static void Require(SourceFile file, Engine engine, CancellationToken cancel)
    {
        var depth = new Scan(file);
        if (file.Compression == "zstd")
        {
            string sql = $"SELECT line FROM read_csv({Sql.Text(file.SqlPath)}, auto_detect=false, header=false, delim='\x01', quote='', "
                + $"escape='', strict_mode=false, columns={{'line': 'VARCHAR'}}, compression='zstd', max_line_size={LongestLine})";
            using Statement statement = engine.Prepare(sql);
            engine.Run(statement, depth.Add, null, cancel);
            return;
        }
        using FileStream bytes = File.OpenRead(file.Path);
        using Stream content = file.Compression == "gzip" ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        var block = new byte[1 << 17];
        for (int read; (read = content.Read(block)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            depth.Add(block.AsSpan(0, read));
        }
    }

    private sealed class Scan(SourceFile file)
    {
        private int depth;
        private long line = 1;
        private bool text, escaped;

        internal void Add(Chunk chunk)
        {
            ColumnVector lines = chunk[0];
            ReadOnlySpan<DuckString> texts = lines.Values<DuckString>();
            for (int i = 0; i < chunk.Count; i++)
            {
                if (lines.IsValid(i)) Add(DuckString.Bytes(in texts[i]));
                Add("\n"u8);
            }
        }

        internal void Add(ReadOnlySpan<byte> bytes)
        {
            foreach (byte b in bytes)
            {
                if (b == '\n') line++;
                if (escaped) escaped = false;
                else if (text) (text, escaped) = (b != '"', b == '\\');
                else if (b == '"') text = true;
                else if (b is (byte)'[' or (byte)'{') Deeper();
                else if (b is (byte)']' or (byte)'}') depth = Math.Max(0, depth - 1);
            }
        }

        private void Deeper()
        {
            if (++depth > Most)
                throw new DataException($"{file.Path}, line {line}: the JSON is nested more than {Most} levels deep; a table is read from "
                    + "flat records: {\"column\": value, …}");
        }
    }
}
