using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gate.Explain.Trees;

/// <summary>Which coalitions have each feature, side by side, so that what all of them have of some features is found together.</summary>
internal sealed class CoalitionMembers
{
    // For each feature all bits of each coalition that has it.
    private readonly ushort[][] has;
    // Room for the coalitions that fill up the last vector.
    private readonly int room;

    /// <param name="coalitions">Whether each player is in.</param>
    /// <param name="playerOf">The player that each feature is; -1 for one that no coalition has.</param>
    public CoalitionMembers(bool[][] coalitions, int[] playerOf)
    {
        Count = coalitions.Length;
        room = (Count + Vector256<ushort>.Count - 1) / Vector256<ushort>.Count * Vector256<ushort>.Count;
        has = Array.ConvertAll(playerOf, player =>
        {
            var own = new ushort[room];
            for (int c = 0; c < Count; c++) own[c] = player >= 0 && coalitions[c][player] ? ushort.MaxValue : (ushort)0;
            return own;
        });
    }

    /// <summary>How many coalitions there are.</summary>
    public int Count { get; }

    /// <summary>What each coalition has of the players on a way, as bits.</summary>
    public ushort[] Sets(LeafPath path)
    {
        var sets = new ushort[room];
        Span<Vector256<ushort>> to = MemoryMarshal.Cast<ushort, Vector256<ushort>>(sets.AsSpan());
        for (int j = 0; j < path.Players.Length; j++)
        {
            ReadOnlySpan<Vector256<ushort>> own = MemoryMarshal.Cast<ushort, Vector256<ushort>>(has[path.Players[j]]);
            Vector256<ushort> bit = Vector256.Create((ushort)(1 << j));
            for (int i = 0; i < to.Length; i++) to[i] |= own[i] & bit;
        }
        return sets;
    }
}
