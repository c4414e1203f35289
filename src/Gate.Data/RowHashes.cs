using System.Numerics;
using System.Runtime.InteropServices;

namespace Gate.Data;

/// <summary>
/// A 64-bit number for each row of a table, the same for rows that are equal in the columns asked for, in whatever table and order they
/// stand. Rows that differ have different numbers but for chance: among a million against a million, once in some ten million tables. Made
/// to find repetition, not to keep out whoever looks for collisions.
/// </summary>
public static class RowHashes
{
    private const ulong Start = 0x9E3779B97F4A7C15, Factor = 0xD6E8FEB86659FD93, OfMissing = 0x2545F4914F6CDD1D, TextPrime = 0x100000001B3;
    private const int Block = 2048;

    /// <summary>The numbers of all rows, none of which is 0; one pass over all columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that are compared, in an order that must be the same for tables that are held against each
    /// other.</param>
    /// <exception cref="DataException">A column does not exist.</exception>
    public static ulong[] Of(Table table, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        var hashes = new ulong[table.RowCount];
        Column[] compared = [.. columns.Select(name => table[name])];
        ulong[]?[] texts = [.. compared.Select(column => column is CategoryColumn { Categories: var all } ? Array.ConvertAll(all, Text)
            : null)];
        // Block by block, so that the hashes stay in the nearest cache from one column to the next.
        for (int from = 0; from < hashes.Length; from += Block)
        {
            Span<ulong> block = hashes.AsSpan(from, Math.Min(Block, hashes.Length - from));
            block.Fill(Start);
            for (int c = 0; c < compared.Length; c++)
            {
                if (compared[c] is CategoryColumn category) Add(block, category.Codes.AsSpan(from, block.Length), texts[c]!);
                else if (compared[c] is NumericColumn numbers) Add(block, numbers, from);
            }
            foreach (ref ulong hash in block) hash = hash == 0 ? 1 : hash;
        }
        return hashes;
    }

    /// <summary>A digest of rows in whatever order they stand: of their number and of two sums of their hashes.</summary>
    /// <param name="hashes">The rows' numbers.</param>
    public static string DigestOfSet(ReadOnlySpan<ulong> hashes)
    {
        (ulong first, ulong second) = (0, 0);
        foreach (ulong hash in hashes) (first, second) = (first + Mix(hash, Start), second + Mix(Mix(hash, Factor), OfMissing));
        return DigestOfSequence([(ulong)hashes.Length, first, second]);
    }

    /// <summary>A digest of rows in their order.</summary>
    /// <param name="hashes">The rows' numbers.</param>
    public static string DigestOfSequence(ReadOnlySpan<ulong> hashes) => Digest.Of(MemoryMarshal.AsBytes(hashes));

    private static void Add(Span<ulong> hashes, NumericColumn column, int from)
    {
        ReadOnlySpan<double> values = column.Values.AsSpan(from, hashes.Length);
        int row = 0;
        for (; row <= hashes.Length - Vector<ulong>.Count; row += Vector<ulong>.Count)
        {
            Span<ulong> own = hashes.Slice(row, Vector<ulong>.Count);
            // Plus zero makes one of the two zeros.
            Vector<ulong> bits = Vector.AsVectorUInt64(new Vector<double>(values[row..]) + Vector<double>.Zero);
            Vector<ulong> mixed = (new Vector<ulong>(own) ^ bits) * new Vector<ulong>(Factor);
            (mixed ^ (mixed >>> 32)).CopyTo(own);
        }
        for (; row < hashes.Length; row++) hashes[row] = Mix(hashes[row], BitConverter.DoubleToUInt64Bits(values[row] + 0.0));
        if (column.Missing is not { } missing) return;
        // A missing number is NaN as well; a NaN of the source itself is a value.
        for (row = 0; row < hashes.Length; row++) if (missing[from + row]) hashes[row] = Mix(hashes[row], OfMissing);
    }

    private static void Add(Span<ulong> hashes, ReadOnlySpan<int> codes, ulong[] texts)
    {
        for (int row = 0; row < hashes.Length; row++) hashes[row] = Mix(hashes[row], codes[row] < 0 ? OfMissing : texts[codes[row]]);
    }

    // For a given hash it maps values one to one, so rows that differ in one column never agree.
    private static ulong Mix(ulong hash, ulong value)
    {
        ulong mixed = (hash ^ value) * Factor;
        return mixed ^ (mixed >> 32);
    }

    /// <summary>Fowler, Noll and Vo's hash, 1a, of UTF-16 units: the same for a text in any table.</summary>
    private static ulong Text(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (ushort unit in MemoryMarshal.Cast<char, ushort>(text.AsSpan())) hash = (hash ^ unit) * TextPrime;
        return Mix(hash, (ulong)text.Length);
    }
}
