using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Gate.Data.Building;

namespace Gate.Data.Reading;

/// <summary>
/// Reads a csv or tsv file, plain or gzip, into builders. Fields are found in one pass; then the columns, which do not depend on each
/// other, are built side by side, so that the result is the same for any number of threads.
/// </summary>
/// <param name="threads">Threads to build columns with; 0 for all cores.</param>
/// <param name="cancel">Stops the read.</param>
/// <param name="firstBlock">Bytes to read at once, until a longer record makes it more.</param>
internal sealed unsafe class FieldReader(int threads, CancellationToken cancel, int firstBlock = 1 << 20)
{
    internal const int LongestRecord = 1 << 26;

    private const int RowsAtOnce = 1 << 14, FieldsAtOnce = 1 << 22, FewestRowsAtOnce = 16;

    private readonly ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
    private byte[] block = GC.AllocateUninitializedArray<byte>(firstBlock + FieldCursor.Padding, pinned: true);
    private long lineBreaks;

    /// <summary>Reads all rows of one file, or its first ones.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">Its header.</param>
    /// <param name="builders">One builder for each field of the header, or null for a column that is not wanted.</param>
    /// <param name="limit">How many rows to read at least, or null for all.</param>
    /// <param name="report">Told the share of the file read and its rows so far.</param>
    /// <returns>The number of rows.</returns>
    internal int Read(SourceFile file, CsvHeader header, FieldColumnBuilder?[] builders, int? limit, Action<double, int> report)
    {
        using FileStream bytes = new(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using Stream content = file.Compression == "gzip" ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        var cursor = new FieldCursor(header.Delimiter, header.Names.Length,
            Math.Clamp(FieldsAtOnce / header.Names.Length, FewestRowsAtOnce, RowsAtOnce));
        (int rows, int kept, bool headerRead) = (0, 0, false);
        lineBreaks = 0;
        for (bool final = false; !final && !(rows >= limit);)
        {
            int length = kept + content.ReadAtLeast(block.AsSpan(kept, block.Length - FieldCursor.Padding - kept),
                block.Length - FieldCursor.Padding - kept, throwOnEndOfStream: false);
            final = length < block.Length - FieldCursor.Padding;
            int at = !headerRead && block.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            int start = at;
            do
            {
                cancel.ThrowIfCancellationRequested();
                int batch = at;
                RecordFault fault;
                fixed (byte* first = block) fault = cursor.Read(first, ref at, length, final);
                if (fault is not (RecordFault.None or RecordFault.Incomplete)) throw Fault(fault, file, header, cursor.Found, LineAt(at));
                if (!Utf8.IsValid(block.AsSpan(batch, at - batch)))
                    throw new DataException(
                        ErrorTranslation.NotUtf8(file.Path, LineAt(batch + InvalidAt(block.AsSpan(batch, at - batch)))));
                if (!headerRead && cursor.Rows > 0)
                {
                    cursor.DropFirst();
                    headerRead = true;
                }
                rows = checked(rows + cursor.Rows);
                Build(cursor, builders);
                report(bytes.Position / (double)Math.Max(1, bytes.Length), rows);
                if (fault == RecordFault.Incomplete) break;
            }
            while (at < length);
            kept = length - at;
            lineBreaks += LineBreaks(block.AsSpan(0, at));
            if (!final) Keep(at, kept, grow: at == start, file);
        }
        return rows;
    }

    private void Build(FieldCursor cursor, FieldColumnBuilder?[] builders)
    {
        try
        {
            if (cursor.Rows > 0) Parallel.For(0, builders.Length, parallel, i => builders[i]?.Append(cursor.Column(i)));
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<DataException>().FirstOrDefault() is { } cause)
        {
            throw new DataException(cause.Message, e);
        }
        cursor.Clear();
    }

    /// <summary>Moves the bytes of the record that the block cut to its start; a record longer than the block makes it grow.</summary>
    private void Keep(int at, int count, bool grow, SourceFile file)
    {
        byte[] next = block;
        if (grow)
        {
            if (block.Length > LongestRecord)
                throw new DataException($"{file.Path}, line {lineBreaks + 1}: the row is longer than {LongestRecord >> 20} MB, or "
                    + "a quote in it is not closed");
            next = GC.AllocateUninitializedArray<byte>(block.Length * 4, pinned: true);
        }
        block.AsSpan(at, count).CopyTo(next);
        block = next;
    }

    private long LineAt(int at) => lineBreaks + LineBreaks(block.AsSpan(0, at)) + 1;

    private static long LineBreaks(ReadOnlySpan<byte> bytes) =>
        bytes.Count((byte)'\n') is > 0 and int lines ? lines : bytes.Count((byte)'\r');

    private static int InvalidAt(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int used) == System.Buffers.OperationStatus.Done) at += used;
        return at;
    }

    private static DataException Fault(RecordFault fault, SourceFile file, CsvHeader header, int found, long line) =>
        new(fault == RecordFault.Quote
        ? $"{file.Path}, line {line}: a quoted field has no closing quote, or text follows it; write a quote within a quoted field as \"\""
        : $"{file.Path}, line {line}: expected {header.Names.Length} fields as in the header, found {found}; correct the line, or quote "
            + "fields that hold the delimiter");
}
