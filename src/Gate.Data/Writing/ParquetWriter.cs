using System.Buffers.Binary;

namespace Gate.Data.Writing;

/// <summary>Writes columns of numbers as a Parquet file: plain doubles without compression, nothing missing (not a number stays what it
/// is), in groups of rows. The same columns give the same bytes.</summary>
public static class ParquetWriter
{
    // Columns of a group stand one after the other, so its size bounds what a reader has to hold.
    private const int GroupRows = 100_000;
    private const int DoubleType = 5, Required = 0, Plain = 0, RunLengths = 3, Uncompressed = 0, DataPage = 0;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Writes a file.</summary>
    /// <param name="columns">The columns by name, of equal length, with distinct names; at least one.</param>
    /// <param name="stream">Where it goes; not closed.</param>
    /// <exception cref="ArgumentException">There is no column, lengths differ, or two have the same name.</exception>
    public static void Write(IReadOnlyList<(string Name, double[] Values)> columns, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(stream);
        if (columns.Count == 0) throw new ArgumentException("there is no column", nameof(columns));
        int rows = columns[0].Values.Length;
        if (columns.Any(column => column.Values.Length != rows))
            throw new ArgumentException("columns have different lengths", nameof(columns));
        if (columns.DistinctBy(column => column.Name).Count() < columns.Count)
            throw new ArgumentException("two columns have the same name", nameof(columns));
        long at = 0;
        void Put(ReadOnlySpan<byte> bytes)
        {
            stream.Write(bytes);
            at += bytes.Length;
        }
        Put(Magic);
        var groups = new List<(int Rows, (long Start, int Bytes)[] Chunks)>();
        for (int first = 0; first < rows; first += GroupRows)
        {
            int count = Math.Min(GroupRows, rows - first);
            var chunks = new (long, int)[columns.Count];
            for (int c = 0; c < chunks.Length; c++)
            {
                long start = at;
                Put(PageHeader(count));
                Put(Bytes(columns[c].Values.AsSpan(first, count)));
                chunks[c] = (start, (int)(at - start));
            }
            groups.Add((count, chunks));
        }
        byte[] footer = Footer(columns, rows, groups);
        Put(footer);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        Put(length);
        Put(Magic);
    }

    private static byte[] Bytes(ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        return bytes;
    }

    private static byte[] PageHeader(int rows) => new CompactThrift().Number(1, DataPage).Number(2, rows * sizeof(double))
        .Number(3, rows * sizeof(double))
        .Inner(5, page => page.Number(1, rows).Number(2, Plain).Number(3, RunLengths).Number(4, RunLengths)).End().Bytes;

    /// <summary>The metadata: version, schema (a root and its columns), rows, groups, and who wrote it.</summary>
    private static byte[] Footer(IReadOnlyList<(string Name, double[] Values)> columns, int rows,
        List<(int Rows, (long Start, int Bytes)[] Chunks)> groups) => new CompactThrift().Number(1, 1)
        .Inners(2, (string?[])[null, .. columns.Select(column => column.Name)], (element, name) => _ = name is null
            ? element.Text(4, "schema").Number(5, columns.Count) : element.Number(1, DoubleType).Number(3, Required).Text(4, name))
        .Long(3, rows)
        .Inners(4, groups, (group, own) => group
            .Inners(1, [.. own.Chunks.Index()], (chunk, one) => chunk.Long(2, one.Item.Start).Inner(3, meta => meta
                .Number(1, DoubleType).Numbers(2, Plain).Texts(3, columns[one.Index].Name).Number(4, Uncompressed).Long(5, own.Rows)
                .Long(6, one.Item.Bytes).Long(7, one.Item.Bytes).Long(9, one.Item.Start)))
            .Long(2, own.Chunks.Sum(chunk => (long)chunk.Bytes)).Long(3, own.Rows))
        .Text(6, "Gate").End().Bytes;
}
