using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gate.Models.Ensembles;

/// <summary>
/// Walks rows through one tree, four at a time and all to the tree's full depth: without branches that depend on the data, the processor
/// works on the steps of many rows at once. Indices were checked when the layout was made, so nothing is checked here.
/// </summary>
internal static class TreeWalk
{
    private const int StepsPerLook = 4;

    /// <summary>Adds the tree's value to each row's sum.</summary>
    /// <param name="layout">The trees.</param>
    /// <param name="tree">Which of them.</param>
    /// <param name="buffer">The lanes of the rows.</param>
    /// <param name="rows">The number of rows, a multiple of four; some at the end may be padding.</param>
    /// <param name="sums">The sums of the rows, the first at 0.</param>
    /// <param name="outputs">The distance between the sums of two rows.</param>
    public static void Add(WalkLayout layout, int tree, double[] buffer, int rows, Span<double> sums, int outputs)
    {
        ref WalkNode nodes = ref MemoryMarshal.GetArrayDataReference(layout.Nodes);
        ref double row = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref uint sets = ref MemoryMarshal.GetArrayDataReference(layout.Sets);
        int root = layout.Roots[tree], depth = layout.Depths[tree], stride = layout.Stride;
        bool hasSets = layout.HasSets;
        for (int first = 0; first < rows; first += 4)
        {
            ref double row1 = ref Unsafe.Add(ref row, stride);
            ref double row2 = ref Unsafe.Add(ref row1, stride);
            ref double row3 = ref Unsafe.Add(ref row2, stride);
            int at0 = root, at1 = root, at2 = root, at3 = root;
            for (int step = 0; step < depth;)
            {
                int end = Math.Min(depth, step + StepsPerLook);
                if (hasSets)
                {
                    for (; step < end; step++)
                    {
                        at0 = StepBySet(ref nodes, at0, ref row, ref sets);
                        at1 = StepBySet(ref nodes, at1, ref row1, ref sets);
                        at2 = StepBySet(ref nodes, at2, ref row2, ref sets);
                        at3 = StepBySet(ref nodes, at3, ref row3, ref sets);
                    }
                }
                else
                {
                    for (; step < end; step++)
                    {
                        at0 = Step(ref nodes, at0, ref row);
                        at1 = Step(ref nodes, at1, ref row1);
                        at2 = Step(ref nodes, at2, ref row2);
                        at3 = Step(ref nodes, at3, ref row3);
                    }
                }
                if (IsLeaf(ref nodes, at0) & IsLeaf(ref nodes, at1) & IsLeaf(ref nodes, at2) & IsLeaf(ref nodes, at3)) break;
            }
            AddFour(layout.Values, at0, at1, at2, at3, sums[(first * outputs)..], outputs);
            row = ref Unsafe.Add(ref row3, stride);
        }
    }

    private static void AddFour(double[] values, int at0, int at1, int at2, int at3, Span<double> sums, int outputs)
    {
        sums[3 * outputs] += values[at3];
        sums[2 * outputs] += values[at2];
        sums[outputs] += values[at1];
        sums[0] += values[at0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLeaf(ref WalkNode nodes, int at) => Unsafe.Add(ref nodes, at).Next == at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref WalkNode nodes, int at, ref double row)
    {
        ref WalkNode node = ref Unsafe.Add(ref nodes, at);
        bool holds = Unsafe.Add(ref row, node.Lane) <= node.Threshold;
        return node.Next + Unsafe.As<bool, byte>(ref holds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int StepBySet(ref WalkNode nodes, int at, ref double row, ref uint sets)
    {
        ref WalkNode node = ref Unsafe.Add(ref nodes, at);
        if (node.Lane >= 0) return Step(ref nodes, at, ref row);
        long packed = BitConverter.DoubleToInt64Bits(node.Threshold);
        int bit = (int)Unsafe.Add(ref row, ~node.Lane), start = (int)(packed >> 32);
        return node.Next + ((uint)bit < (uint)packed ? (int)(Unsafe.Add(ref sets, start + (bit >> 5)) >> (bit & 31) & 1) : 0);
    }
}
