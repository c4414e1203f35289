using System.Buffers.Binary;

namespace Gate.Data.Writing;

/// <summary>Writes a Parquet file in groups of rows, as they come: plain values without compression. What is held is a group. The same rows
/// in the same groups give the same bytes.</summary>
public sealed class ParquetWriter
{
    // Columns of a group stand one after the other, so its size bounds what a reader has to hold.
    private const int GroupRows = 100_000;
    private const int Required = 0, Optional = 1, Plain = 0, RunLengths = 3, Uncompressed = 0, DataPage = 0;

    private readonly Stream stream;
    private readonly ParquetColumn[] columns;
    private readonly List<(int Rows, (long Start, int Bytes)[] Chunks)> groups = [];
    private long at;

    private ParquetWriter(Stream stream, ParquetColumn[] columns)
    {
        (this.stream, this.columns) = (stream, columns);
        Put(Magic);
    }

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Begins a file of the columns of a table, in whose types all its rows come: texts, booleans, whole numbers, dates, points in
    /// time or doubles, each of which may be missing.</summary>
    /// <param name="table">A table with the columns; its rows are not written.</param>
    /// <param name="stream">Where it goes; not closed.</param>
    public static ParquetWriter Begin(Table table, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stream);
        return new(stream, [.. table.Columns.Select(ParquetColumn.Of)]);
    }

    /// <summary>Begins a file of doubles, none of them missing: not a number stays what it is.</summary>
    /// <param name="names">The columns; at least one, with distinct names.</param>
    /// <param name="stream">Where it goes; not closed.</param>
    /// <exception cref="ArgumentException">There is no column, or two have the same name.</exception>
    public static ParquetWriter Begin(IReadOnlyList<string> names, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(stream);
        if (names.Count == 0) throw new ArgumentException("there is no column", nameof(names));
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            throw new ArgumentException("two columns have the same name", nameof(names));
        return new(stream, [.. names.Select(ParquetColumn.OfNumbers)]);
    }

    /// <summary>Writes a file of doubles, none of them missing.</summary>
    /// <param name="columns">The columns by name, of equal length, with distinct names; at least one.</param>
    /// <param name="stream">Where it goes; not closed.</param>
    /// <exception cref="ArgumentException">There is no column, lengths differ, or two have the same name.</exception>
    public static void Write(IReadOnlyList<(string Name, double[] Values)> columns, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ParquetWriter writer = Begin([.. columns.Select(column => column.Name)], stream);
        int rows = columns[0].Values.Length;
        if (columns.Any(column => column.Values.Length != rows))
            throw new ArgumentException("columns have different lengths", nameof(columns));
        for (int first = 0; first < rows; first += GroupRows)
        {
            (int from, int count) = (first, Math.Min(GroupRows, rows - first));
            writer.Append(new([.. columns.Select(column => new NumericColumn(column.Name, column.Values[from..(from + count)]))]));
        }
        writer.End();
    }

    /// <summary>Writes rows as a group of their own.</summary>
    /// <param name="rows">The rows, of the same columns and types as the file was begun with; none writes nothing.</param>
    /// <exception cref="ArgumentException">They are of others.</exception>
    public void Append(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.RowCount == 0) return;
        if (rows.Columns.Count != columns.Length || rows.Columns.Where((column, c) => !Fits(column, columns[c])).Any())
            throw new ArgumentException("the columns are not those of the file", nameof(rows));
        var chunks = new (long, int)[columns.Length];
        for (int c = 0; c < chunks.Length; c++)
        {
            long start = at;
            byte[] page = columns[c].Page(rows.Columns[c]);
            Put(PageHeader(rows.RowCount, page.Length));
            Put(page);
            chunks[c] = (start, (int)(at - start));
        }
        groups.Add((rows.RowCount, chunks));
    }

    /// <summary>Ends the file: writes what says where its groups are.</summary>
    public void End()
    {
        byte[] footer = Footer();
        Put(footer);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        Put(length);
        Put(Magic);
    }

    private static bool Fits(Column column, ParquetColumn own) => column.Name == own.Name
        && (own.IsOptional ? ParquetColumn.Of(column) == own : column is NumericColumn);

    private void Put(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        at += bytes.Length;
    }

    private static byte[] PageHeader(int rows, int bytes) => new CompactThrift().Number(1, DataPage).Number(2, bytes).Number(3, bytes)
        .Inner(5, page => page.Number(1, rows).Number(2, Plain).Number(3, RunLengths).Number(4, RunLengths)).End().Bytes;

    /// <summary>The metadata: version, schema (a root and its columns), rows, groups, and who wrote it.</summary>
    private byte[] Footer() => new CompactThrift().Number(1, 1)
        .Inners(2, (ParquetColumn?[])[null, .. columns], (element, column) => _ = column is null
            ? element.Text(4, "schema").Number(5, columns.Length) : Element(element, column))
        .Long(3, groups.Sum(group => (long)group.Rows))
        .Inners(4, groups, (group, own) => group
            .Inners(1, [.. own.Chunks.Index()], (chunk, one) => chunk.Long(2, one.Item.Start).Inner(3, meta => meta
                .Number(1, columns[one.Index].Physical).Numbers(2, Plain).Texts(3, columns[one.Index].Name).Number(4, Uncompressed)
                .Long(5, own.Rows).Long(6, one.Item.Bytes).Long(7, one.Item.Bytes).Long(9, one.Item.Start)))
            .Long(2, own.Chunks.Sum(chunk => (long)chunk.Bytes)).Long(3, own.Rows))
        .Text(6, "Gate").End().Bytes;

    private static CompactThrift Element(CompactThrift element, ParquetColumn column)
    {
        element.Number(1, column.Physical).Number(3, column.IsOptional ? Optional : Required).Text(4, column.Name);
        return column.Converted is { } converted ? element.Number(6, converted) : element;
    }
}
