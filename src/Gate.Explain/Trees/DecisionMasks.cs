using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Explain.Trees;

/// <summary>Where some rows go at each inner node of a tree: a byte a row, all ones for left and 0 for right. Thirty-two rows are decided
/// by two comparisons.</summary>
internal sealed class DecisionMasks
{
    /// <summary>How many rows there is room for: what the masks of a tree take stays in the nearest caches.</summary>
    public const int Most = 256;

    private byte[] bytes = [];
    private PathTree? tree;

    /// <summary>Decides for some rows.</summary>
    public void Fill(PathTree tree, RowCodes codes, int first, int rows)
    {
        this.tree = tree;
        if (bytes.Length < tree.InnerNodes.Length * Most) bytes = new byte[tree.InnerNodes.Length * Most];
        for (int i = 0; i < tree.InnerNodes.Length; i++)
        {
            NodeTest test = tree.Tests[tree.InnerNodes[i]];
            Span<byte> left = bytes.AsSpan(i * Most, Most);
            if (test.ByLevel) FillByLevel(test, codes.Levels[test.Lane].AsSpan(first, rows), left);
            else FillByNumber((ushort)test.Limit, codes.Numbers[test.Lane], first, rows, left);
        }
    }

    /// <summary>The number of each row in a cell.</summary>
    public void Index(Cell cell, int rows, Span<byte> numbers)
    {
        for (int at = 0; at < rows; at += Vector256<byte>.Count)
        {
            Vector256<byte> number = default;
            for (int bit = 0; bit < cell.Bits.Length; bit++)
                number |= All(cell.Bits[bit], at) & Vector256.Create((byte)(1 << bit));
            number.CopyTo(numbers[at..]);
        }
    }

    /// <summary>What a row fulfils on the way to a leaf.</summary>
    public ulong Fulfilled(LeafPath path, int row)
    {
        ulong mask = 0;
        for (int j = 0; j < path.Literals.Length; j++)
        {
            bool all = true;
            foreach (Literal literal in path.Literals[j])
                all &= bytes[tree!.Inner[literal.Node] * Most + row] != 0 == literal.Left;
            if (all) mask |= 1UL << j;
        }
        return mask;
    }

    private Vector256<byte> All(Literal[] literals, int at)
    {
        Vector256<byte> all = Vector256<byte>.AllBitsSet;
        foreach (Literal literal in literals)
        {
            Vector256<byte> left = Vector256.LoadUnsafe(ref bytes[tree!.Inner[literal.Node] * Most + at]);
            all &= literal.Left ? left : ~left;
        }
        return all;
    }

    private static void FillByNumber(ushort limit, ushort[] codes, int first, int rows, Span<byte> left)
    {
        Vector256<ushort> most = Vector256.Create(limit);
        // Lanes have room for the rows that fill up the last vector.
        ref ushort code = ref codes[first];
        for (int at = 0; at < rows; at += Vector256<byte>.Count)
        {
            Vector256<ushort> low = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref code, (nuint)at), most);
            Vector256<ushort> high = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref code, (nuint)(at + Vector256<ushort>.Count)), most);
            Vector256.Narrow(low, high).StoreUnsafe(ref MemoryMarshal.GetReference(left), (nuint)at);
        }
    }

    private static void FillByLevel(NodeTest test, ReadOnlySpan<int> levels, Span<byte> left)
    {
        for (int row = 0; row < levels.Length; row++) left[row] = test.LevelGoesLeft(levels[row]) ? byte.MaxValue : (byte)0;
    }
}
