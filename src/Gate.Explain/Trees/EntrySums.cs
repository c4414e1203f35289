using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Explain.Trees;

/// <summary>
/// Adds up the entries that rows look up: a few vectors for each cell, in the order of the cells. Numbers of cells are bytes and tables
/// have an entry for each, so nothing is checked here. Vectors have four lanes on every machine, and lanes are never added to each other.
/// </summary>
internal static class EntrySums
{
    /// <summary>Adds to each row the entries of its numbers.</summary>
    /// <param name="table">The tables of a group's cells.</param>
    /// <param name="group">The group.</param>
    /// <param name="numbers">The number of each row in each cell of the tree: <see cref="DecisionMasks.Most"/> for a cell.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="sums">Rows × the group's width.</param>
    public static void Add(double[] table, PlayerGroup group, byte[] numbers, int rows, Span<double> sums)
    {
        if (sums.Length < rows * group.Width) throw new ArgumentException("there is no room for the sums", nameof(sums));
        if (group.Width == PlayerGroup.Narrow) AddNarrow(table, group, numbers, rows, sums);
        else AddWide(table, group, numbers, rows, sums);
    }

    private static void AddNarrow(double[] table, PlayerGroup group, byte[] numbers, int rows, Span<double> sums)
    {
        ref double sum = ref MemoryMarshal.GetReference(sums);
        for (int row = 0; row < rows; row++)
        {
            Vector256<double> s0 = default, s1 = default;
            for (int i = 0; i < group.Cells.Length; i++)
            {
                ref double entry = ref Entry(table, group, numbers, row, i);
                s0 += Vector256.LoadUnsafe(ref entry);
                s1 += Vector256.LoadUnsafe(ref entry, 4);
            }
            (Vector256.LoadUnsafe(ref sum) + s0).StoreUnsafe(ref sum);
            (Vector256.LoadUnsafe(ref sum, 4) + s1).StoreUnsafe(ref sum, 4);
            sum = ref Unsafe.Add(ref sum, PlayerGroup.Narrow);
        }
    }

    private static void AddWide(double[] table, PlayerGroup group, byte[] numbers, int rows, Span<double> sums)
    {
        ref double sum = ref MemoryMarshal.GetReference(sums);
        for (int row = 0; row < rows; row++)
        {
            Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
            for (int i = 0; i < group.Cells.Length; i++)
            {
                ref double entry = ref Entry(table, group, numbers, row, i);
                s0 += Vector256.LoadUnsafe(ref entry);
                s1 += Vector256.LoadUnsafe(ref entry, 4);
                s2 += Vector256.LoadUnsafe(ref entry, 8);
                s3 += Vector256.LoadUnsafe(ref entry, 12);
            }
            (Vector256.LoadUnsafe(ref sum) + s0).StoreUnsafe(ref sum);
            (Vector256.LoadUnsafe(ref sum, 4) + s1).StoreUnsafe(ref sum, 4);
            (Vector256.LoadUnsafe(ref sum, 8) + s2).StoreUnsafe(ref sum, 8);
            (Vector256.LoadUnsafe(ref sum, 12) + s3).StoreUnsafe(ref sum, 12);
            sum = ref Unsafe.Add(ref sum, PlayerGroup.Wide);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Entry(double[] table, PlayerGroup group, byte[] numbers, int row, int i)
    {
        int number = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), group.Cells[i] * DecisionMasks.Most + row);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table), group.Offsets[i] + number * group.Width);
    }
}
