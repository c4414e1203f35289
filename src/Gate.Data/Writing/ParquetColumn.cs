using System.Buffers.Binary;
using System.Text;

namespace Gate.Data.Writing;

/// <summary>How a column of a table stands in a Parquet file: its physical type, what that means, and its values.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Physical">BOOLEAN 0, INT32 1, INT64 2, DOUBLE 5, BYTE_ARRAY 6.</param>
/// <param name="Converted">UTF8 0, DATE 6, TIMESTAMP_MICROS 10; null for none.</param>
/// <param name="IsOptional">Whether a value may be missing.</param>
internal sealed record ParquetColumn(string Name, int Physical, int? Converted, bool IsOptional)
{
    private const int Boolean = 0, Int32 = 1, Int64 = 2, Double = 5, Bytes = 6, Utf8 = 0, Date = 6, Micros = 10;
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>The column of a table whose values may be missing.</summary>
    public static ParquetColumn Of(Column column) => column switch
    {
        CategoryColumn => new(column.Name, Bytes, Utf8, true),
        { Type: ColumnType.Boolean } => new(column.Name, Boolean, null, true),
        { Type: ColumnType.Integer } => new(column.Name, Int64, null, true),
        { Type: ColumnType.Date } => new(column.Name, Int32, Date, true),
        { Type: ColumnType.Timestamp } => new(column.Name, Int64, Micros, true),
        _ => new(column.Name, Double, null, true),
    };

    /// <summary>A column of numbers of which none is missing: not a number stays what it is.</summary>
    public static ParquetColumn OfNumbers(string name) => new(name, Double, null, false);

    /// <summary>The content of a page: which values are there, where some may not be, and those that are.</summary>
    public byte[] Page(Column column)
    {
        using var page = new MemoryStream();
        if (IsOptional) Levels(column, page);
        if (column is CategoryColumn texts) Texts(texts, page);
        else if (Physical == Boolean) Flags((NumericColumn)column, page);
        else Numbers((NumericColumn)column, page);
        return page.ToArray();
    }

    // One run of bits, the lowest first, behind its length: a one for each value that is there.
    private static void Levels(Column column, MemoryStream page)
    {
        int bytes = (column.Count + 7) / 8;
        byte[] header = new CompactThrift().Unsigned((ulong)bytes << 1 | 1).Bytes, length = new byte[4], bits = new byte[bytes];
        for (int row = 0; row < column.Count; row++)
            if (!column.IsMissing(row)) bits[row >> 3] |= (byte)(1 << (row & 7));
        BinaryPrimitives.WriteInt32LittleEndian(length, header.Length + bytes);
        page.Write(length);
        page.Write(header);
        page.Write(bits);
    }

    private static void Texts(CategoryColumn column, MemoryStream page)
    {
        byte[][] texts = Array.ConvertAll(column.Categories, text =>
        {
            byte[] bytes = new byte[4 + Encoding.UTF8.GetByteCount(text)];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length - 4);
            Encoding.UTF8.GetBytes(text, bytes.AsSpan(4));
            return bytes;
        });
        foreach (int code in column.Codes)
            if (code >= 0) page.Write(texts[code]);
    }

    private static void Flags(NumericColumn column, MemoryStream page)
    {
        bool[] there = [.. Enumerable.Range(0, column.Count).Where(row => !column.IsMissing(row)).Select(row => column.Values[row] != 0)];
        var bits = new byte[(there.Length + 7) / 8];
        for (int i = 0; i < there.Length; i++)
            if (there[i]) bits[i >> 3] |= (byte)(1 << (i & 7));
        page.Write(bits);
    }

    private void Numbers(NumericColumn column, MemoryStream page)
    {
        int width = Physical == Int32 ? 4 : 8, at = 0;
        var bytes = new byte[width * (IsOptional ? column.Count - column.MissingCount : column.Count)];
        for (int row = 0; row < column.Count; row++)
        {
            if (IsOptional && column.IsMissing(row)) continue;
            double value = column.Values[row];
            Span<byte> into = bytes.AsSpan(at, width);
            if (Physical == Double) BinaryPrimitives.WriteDoubleLittleEndian(into, value);
            else if (Physical == Int32) BinaryPrimitives.WriteInt32LittleEndian(into, (int)value);
            else BinaryPrimitives.WriteInt64LittleEndian(into, (long)Math.Round(Converted == Micros ? value * MicrosecondsPerSecond
                : value));
            at += width;
        }
        page.Write(bytes);
    }
}
