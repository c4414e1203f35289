using System.IO.Compression;
using System.Text;
using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>Reads the header of a csv or tsv file, compressed or not.</summary>
internal static class CsvStart
{
    private const int FirstBytes = 1 << 16, MostBytes = 1 << 22, FirstLines = 64;

    internal static CsvHeader Header(SourceFile file, Func<Engine> engine)
    {
        for (int limit = FirstBytes; limit <= MostBytes; limit *= 4)
        {
            byte[] start = file.Compression == "zstd" ? ZstdStart(file, engine, limit / FirstBytes * FirstLines) : Start(file, limit);
            if (CsvHeader.Parse(start, start.Length < limit, file) is { } header) return header;
        }
        throw new DataException($"{file.Path}: the first line is longer than {MostBytes >> 20} MB, or a quote in it is not closed");
    }

    private static byte[] Start(SourceFile file, int limit)
    {
        using Stream bytes = File.OpenRead(file.Path);
        using Stream content = file.Compression == "gzip" ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        var start = new byte[limit];
        try
        {
            return start[..content.ReadAtLeast(start, limit, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{file.Path} is damaged or not gzip; fetch or write it again", e);
        }
    }

    // .NET has no reader for zstd: DuckDB hands out the first lines, cut at nothing but line ends.
    private static byte[] ZstdStart(SourceFile file, Func<Engine> engine, int lines)
    {
        string sql = $"SELECT line FROM read_csv({Sql.Text(file.SqlPath)}, auto_detect=false, header=false, delim='\x01', quote='', "
            + "escape='', strict_mode=false, "
            + $"columns={{'line': 'VARCHAR'}}, compression='zstd') LIMIT {lines}";
        return Encoding.UTF8.GetBytes(string.Join('\n', engine().Texts(sql)));
    }
}
