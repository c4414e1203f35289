using System.Runtime.CompilerServices;
using Gate.Data;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Statistics;

/// <summary>The group of each row: one byte a row up to 256 groups, else an integer.</summary>
internal sealed class RowCodes
{
    private const int BlockRows = 1 << 17;
    private const int Chunk = 2048;
    private const int FewGroups = byte.MaxValue + 1;
    private const int DenseLimit = 1 << 20;

    private readonly byte[]? small;
    private readonly int[]? wide;

    private RowCodes(byte[] codes) => small = codes;

    private RowCodes(int[] codes) => wide = codes;

    public int Length => small?.Length ?? wide!.Length;

    public int this[int row] => small is not null ? small[row] : wide![row];

    /// <summary>Room for as many codes of the same width, each still to be set.</summary>
    public RowCodes Room() => small is not null ? new RowCodes(GC.AllocateUninitializedArray<byte>(small.Length)) : new RowCodes(GC.AllocateUninitializedArray<int>(wide!.Length));

    /// <summary>Sets one code of a <see cref="Room"/> to a code of where the room comes from.</summary>
    public void Set(int row, int code)
    {
        if (small is not null) small[row] = (byte)code;
        else wide![row] = code;
    }

    public int[] ToArray()
    {
        if (wide is not null) return wide;
        var codes = new int[small!.Length];
        CodeVectors.Widen(small, codes);
        return codes;
    }

    /// <summary>The codes in a byte each; empty where there are too many groups.</summary>
    public ReadOnlySpan<byte> Bytes => small;

    /// <summary>The codes of consecutive rows.</summary>
    public void CopyTo(int start, Span<int> codes)
    {
        if (small is not null) CodeVectors.Widen(small.AsSpan(start, codes.Length), codes);
        else wide.AsSpan(start, codes.Length).CopyTo(codes);
    }

    /// <summary>Numbers the combinations of values that occur in columns, in the order of their mixed-radix keys.</summary>
    /// <param name="columns">Columns of <paramref name="rows"/> rows.</param>
    /// <param name="radix">How many digits each column has: its categories, and where values are missing one more, the last.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <returns>The codes, and the key behind each.</returns>
    public static (RowCodes Codes, long[] Present) Of(CategoryColumn[] columns, int[] radix, int rows, int threads)
    {
        if (rows == 0) return (new RowCodes(Array.Empty<byte>()), []);
        double product = radix.Aggregate(1.0, (size, digits) => size * digits);
        return columns.Length == 0 ? (new RowCodes(new byte[rows]), [0])
            : product <= FewGroups ? InBytes(columns, radix, (int)product, rows, threads)
            : product <= DenseLimit ? Integers(columns, radix, (int)product, rows, threads)
            : Sparse(columns, radix, rows);
    }

    private static (RowCodes, long[]) InBytes(CategoryColumn[] columns, int[] radix, int product, int rows, int threads)
    {
        byte[] codes = GC.AllocateUninitializedArray<byte>(rows);
        var seen = new bool[product];
        uint few = 0;
        Blocks(rows, threads, (start, keys) =>
        {
            Keys(columns, radix, start, keys);
            if (product > CodeVectors.BitsOfPresent) Mark(keys, seen);
            else
            {
                uint present = CodeVectors.Present(keys);
                if ((present & ~Volatile.Read(ref few)) != 0) Interlocked.Or(ref few, present);
            }
            CodeVectors.Narrow(keys, codes.AsSpan(start, keys.Length));
        });
        for (int key = 0; few >> key != 0 && key < CodeVectors.BitsOfPresent; key++) seen[key] |= (few >> key & 1) != 0;
        (long[] present, int[] index) = Number(seen);
        if (present[^1] == present.Length - 1) return (new RowCodes(codes), present);
        byte[] renumber = Array.ConvertAll(index, code => (byte)code);
        Blocks(rows, threads, (start, keys) =>
        {
            foreach (ref byte code in codes.AsSpan(start, keys.Length)) code = renumber[code];
        });
        return (new RowCodes(codes), present);
    }

    private static (RowCodes, long[]) Integers(CategoryColumn[] columns, int[] radix, int product, int rows, int threads)
    {
        int[] codes = GC.AllocateUninitializedArray<int>(rows);
        var seen = new bool[product];
        Blocks(rows, threads, (start, keys) =>
        {
            Keys(columns, radix, start, keys);
            Mark(keys, seen);
            keys.CopyTo(codes.AsSpan(start));
        });
        (long[] present, int[] index) = Number(seen);
        if (present.Length < product)
            Blocks(rows, threads, (start, keys) =>
            {
                foreach (ref int code in codes.AsSpan(start, keys.Length)) code = index[code];
            });
        return (present.Length <= FewGroups ? Shrink(codes) : new RowCodes(codes), present);
    }

    private static RowCodes Shrink(int[] codes)
    {
        var small = new byte[codes.Length];
        CodeVectors.Narrow(codes, small);
        return new RowCodes(small);
    }

    /// <summary>For columns with so many values that a table of all their combinations would not pay.</summary>
    private static (RowCodes, long[]) Sparse(CategoryColumn[] columns, int[] radix, int rows)
    {
        var keys = new long[rows];
        var index = new Dictionary<long, int>();
        for (int c = 0; c < columns.Length; c++)
            for (int i = 0; i < rows; i++)
                keys[i] = checked(keys[i] * radix[c] + (columns[c].Codes[i] < 0 ? radix[c] - 1 : columns[c].Codes[i]));
        foreach (long key in keys) index.TryAdd(key, 0);
        long[] present = [.. index.Keys.Order()];
        for (int g = 0; g < present.Length; g++) index[present[g]] = g;
        return (new RowCodes(Array.ConvertAll(keys, key => index[key])), present);
    }

    private delegate void Work(int start, Span<int> keys);

    private static void Blocks(int rows, int threads, Work work) =>
        Workers.For((rows + BlockRows - 1) / BlockRows, threads, static () => new int[Chunk], (b, keys) =>
        {
            int end = Math.Min(rows, (b + 1) * BlockRows);
            for (int start = b * BlockRows; start < end; start += Chunk) work(start, keys.AsSpan(0, Math.Min(Chunk, end - start)));
        }, CancellationToken.None);

    private static void Keys(CategoryColumn[] columns, int[] radix, int start, Span<int> keys)
    {
        // A missing value is -1, as an unsigned number the largest there is, so that the minimum makes it the last digit.
        for (int c = 0; c < columns.Length; c++) CodeVectors.AddDigit(keys, columns[c].Codes.AsSpan(start, keys.Length), radix[c], radix[c] - 1, first: c == 0);
    }

    // Threads share the flags. Each only ever sets them, and reads first: a line that nobody writes is not passed between cores.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mark(ReadOnlySpan<int> keys, bool[] seen)
    {
        foreach (int key in keys)
            if (!seen[key]) seen[key] = true;
    }

    private static (long[] Present, int[] Index) Number(bool[] seen)
    {
        var present = new List<long>();
        var index = new int[seen.Length];
        for (int key = 0; key < seen.Length; key++)
        {
            if (!seen[key]) continue;
            index[key] = present.Count;
            present.Add(key);
        }
        return ([.. present], index);
    }
}
