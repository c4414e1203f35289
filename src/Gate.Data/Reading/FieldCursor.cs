using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gate.Data.DuckDb;

namespace Gate.Data.Reading;

/// <summary>Why a record cannot be read.</summary>
internal enum RecordFault
{
    None,

    /// <summary>The bytes end within the record.</summary>
    Incomplete,
    TooFewFields,
    TooManyFields,

    /// <summary>A quote is not closed, or text follows the closing quote.</summary>
    Quote,
}

/// <summary>
/// Cuts a block of csv bytes into fields (RFC 4180, strictly): finds delimiters, quotes and line ends 32 bytes at a time, and describes
/// each field in DuckDB's sixteen bytes a text without copying it, so that the same builders take both.
/// </summary>
internal sealed unsafe class FieldCursor
{
    /// <summary>Bytes that must be readable behind the block.</summary>
    internal const int Padding = 64;

    private readonly Vector256<byte> delimiters;
    private readonly byte delimiter;
    private readonly int columns;
    private readonly List<int> escaped = [];
    private readonly List<byte[]> unescaped = [];

    internal FieldCursor(char delimiter, int columns, int rows)
    {
        (this.delimiter, this.columns) = ((byte)delimiter, columns);
        delimiters = Vector256.Create((byte)delimiter);
        Fields = new DuckString[columns][];
        for (int i = 0; i < columns; i++) Fields[i] = GC.AllocateUninitializedArray<DuckString>(rows, pinned: true);
        Capacity = rows;
    }

    /// <summary>The fields, column by column; the first <see cref="Rows"/> of each are filled. They point into the block.</summary>
    private DuckString[][] Fields { get; }

    private int Capacity { get; }

    internal int Rows { get; private set; }

    /// <summary>The fields found in a faulty record.</summary>
    internal int Found { get; private set; }

    /// <summary>Forgets the fields, whose block is about to change.</summary>
    internal void Clear()
    {
        Rows = 0;
        unescaped.Clear();
    }

    /// <summary>Drops the first row: the header.</summary>
    internal void DropFirst()
    {
        foreach (DuckString[] column in Fields) Array.Copy(column, 1, column, 0, Rows - 1);
        Rows--;
    }

    /// <summary>One column of the rows that are there.</summary>
    internal ColumnVector Column(int column) => new((nint)Unsafe.AsPointer(ref Fields[column][0]), 0, Rows);

    /// <summary>Reads records from <paramref name="at"/> until the block ends or <see cref="Capacity"/> rows are there.</summary>
    /// <param name="block">The bytes, with <see cref="Padding"/> more behind them.</param>
    /// <param name="at">Where a record starts; moved behind the last complete record.</param>
    /// <param name="length">The length of the block.</param>
    /// <param name="final">Whether the input ends with the block.</param>
    internal RecordFault Read(byte* block, ref int at, int length, bool final)
    {
        while (Rows < Capacity && at < length)
        {
            int end = at;
            RecordFault fault = Record(block, ref end, length, final);
            if (fault != RecordFault.None) return fault;
            at = end;
        }
        return RecordFault.None;
    }

    private RecordFault Record(byte* block, ref int at, int length, bool final)
    {
        int start = at, column = 0, position = at;
        escaped.Clear();
        while (true)
        {
            uint specials = Specials(block + position);
            int next = position + 32;
            while (specials != 0)
            {
                int p = position + BitOperations.TrailingZeroCount(specials);
                if (p >= length) break;
                specials &= specials - 1;
                byte c = block[p];
                if (c == delimiter)
                {
                    if (column < columns) Field(column, block, start, p - start);
                    column++;
                    start = p + 1;
                }
                else if (c != '"')
                {
                    bool blank = column == 0 && start == p && columns > 1;
                    if (c == '\r' && p + 1 == length && !final) return RecordFault.Incomplete;
                    int after = c == '\r' && p + 1 < length && block[p + 1] == '\n' ? p + 2 : p + 1;
                    return EndRecord(block, ref at, column, start, p, after, blank);
                }
                else if (OnlySpaces(block, start, p))
                {
                    RecordFault fault = Quoted(block, p, length, final, ref column, out int behind);
                    if (fault != RecordFault.None) return fault;
                    if (behind < length && block[behind] == delimiter)
                    {
                        start = next = behind + 1;
                        break;
                    }
                    if (behind >= length && !final) return RecordFault.Incomplete;
                    int after = behind + 1 < length && block[behind] == '\r' && block[behind + 1] == '\n'
                        ? behind + 2 : Math.Min(behind + 1, length);
                    if (behind + 1 == length && block[behind] == '\r' && !final) return RecordFault.Incomplete;
                    return EndRecord(block, ref at, column - 1, -1, behind, after, blank: false);
                }
            }
            position = next;
            if (position < length) continue;
            if (!final) return RecordFault.Incomplete;
            return EndRecord(block, ref at, column, start, length, length, column == 0 && start == length && columns > 1);
        }
    }

    // A negative start: the last field is quoted and already there.
    private RecordFault EndRecord(byte* block, ref int at, int column, int start, int end, int after, bool blank)
    {
        if (!blank)
        {
            if (start >= 0 && column < columns) Field(column, block, start, end - start);
            Found = column + 1;
            if (Found != columns) return Found < columns ? RecordFault.TooFewFields : RecordFault.TooManyFields;
            foreach (int quoted in escaped) Unescape(ref Fields[quoted][Rows]);
            Rows++;
        }
        at = after;
        return RecordFault.None;
    }

    private RecordFault Quoted(byte* block, int quote, int length, bool final, ref int column, out int behind)
    {
        bool doubled = false;
        int p = quote + 1;
        while (true)
        {
            int found = new ReadOnlySpan<byte>(block + p, length - p).IndexOf((byte)'"');
            behind = length;
            if (found < 0 || (p + found + 1 == length && !final)) return final ? RecordFault.Quote : RecordFault.Incomplete;
            p += found;
            if (p + 1 == length || block[p + 1] != '"') break;
            doubled = true;
            p += 2;
        }
        if (column < columns)
        {
            Field(column, block, quote + 1, p - quote - 1);
            if (doubled) escaped.Add(column);
        }
        column++;
        for (behind = p + 1; behind < length && block[behind] == ' ';) behind++;
        return behind == length || block[behind] == delimiter || block[behind] is (byte)'\n' or (byte)'\r'
            ? RecordFault.None : RecordFault.Quote;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Field(int column, byte* block, int start, int length) =>
        Fields[column][Rows] = length <= DuckString.InlineBytes ? DuckString.Inline(block + start, length) : DuckString.Pointing(
            block + start, length);

    // Done when the record is complete: a record cut by the end of the block is read again.
    private void Unescape(ref DuckString field)
    {
        ReadOnlySpan<byte> bytes = DuckString.Bytes(ref field);
        var shorter = GC.AllocateUninitializedArray<byte>(bytes.Length + Padding, pinned: true);
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            shorter[length++] = bytes[i];
            if (bytes[i] == '"') i++;
        }
        unescaped.Add(shorter);
        fixed (byte* start = shorter)
            field = length <= DuckString.InlineBytes ? DuckString.Inline(start, length) : DuckString.Pointing(start, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Specials(byte* at)
    {
        Vector256<byte> bytes = Vector256.Load(at);
        Vector256<byte> hits = Vector256.Equals(bytes, delimiters) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256.Create((byte)'"'));
        return hits.ExtractMostSignificantBits();
    }

    private static bool OnlySpaces(byte* block, int start, int end)
    {
        while (start < end && block[start] == ' ') start++;
        return start == end;
    }
}
