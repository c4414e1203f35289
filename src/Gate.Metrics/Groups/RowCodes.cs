using System.Runtime.CompilerServices;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Groups;

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
    public RowCodes Room() => small is not null ? new RowCodes(GC.AllocateUninitializedArray<byte>(small.Length)) : new RowCodes(
        GC.AllocateUninitializedArray<int>(wide!.Length));

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


    /// <summary>The codes of consecutive rows.</summary>
    public void CopyTo(int start, Span<int> codes)
    {
        if (small is not null) CodeVectors.Widen(small.AsSpan(start, codes.Length), codes);
        else wide.AsSpan(start, codes.Length).CopyTo(codes);
    }

    /// <summary>Numbers the combinations of values that occur in columns, in the order of their keys.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <returns>The codes, and the key behind each.</returns>
    public static (RowCodes Codes, long[] Present) Of(GroupColumns columns, int threads)
    {
        if (columns.Rows == 0) return (new RowCodes(Array.Empty<byte>()), []);
        return columns.IsEmpty ? (new RowCodes(new byte[columns.Rows]), [0])
            : columns.Combinations <= FewGroups ? InBytes(columns, threads)
            : columns.Combinations <= DenseLimit ? Integers(columns, threads)
            : Sparse(columns);
    }

    private static (RowCodes, long[]) InBytes(GroupColumns columns, int threads)
    {
        int product = (int)columns.Combinations;
        byte[] codes = GC.AllocateUninitializedArray<byte>(columns.Rows);
        var seen = new bool[product];
        uint few = 0;
        Blocks(columns.Rows, threads, (start, keys) =>
        {
            columns.Keys(start, keys);
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
        Blocks(columns.Rows, threads, (start, keys) =>
        {
            foreach (ref byte code in codes.AsSpan(start, keys.Length)) code = renumber[code];
        });
        return (new RowCodes(codes), present);
    }

    private static (RowCodes, long[]) Integers(GroupColumns columns, int threads)
    {
        int product = (int)columns.Combinations;
        int[] codes = GC.AllocateUninitializedArray<int>(columns.Rows);
        var seen = new bool[product];
        Blocks(columns.Rows, threads, (start, keys) =>
        {
            columns.Keys(start, keys);
            Mark(keys, seen);
            keys.CopyTo(codes.AsSpan(start));
        });
        (long[] present, int[] index) = Number(seen);
        if (present.Length < product)
            Blocks(columns.Rows, threads, (start, keys) =>
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
    private static (RowCodes, long[]) Sparse(GroupColumns columns)
    {
        long[] keys = columns.LongKeys();
        var index = new Dictionary<long, int>();
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
