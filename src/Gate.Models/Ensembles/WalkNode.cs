using System.Runtime.InteropServices;

namespace Gate.Models.Ensembles;

/// <summary>
/// A node as it is walked, in 16 bytes. Its two children stand side by side: one goes to <see cref="Next"/>, and to the one after it where
/// the test holds. A leaf tests against what is not a number and so stays where it is.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct WalkNode
{
    /// <summary>The test holds for lanes up to this; for a set, where its bits start and how many there are.</summary>
    public double Threshold;

    /// <summary>The lane that is tested; its complement where a set tests it.</summary>
    public int Lane;

    /// <summary>The first of the two children.</summary>
    public int Next;

    public static double Pack(int start, int bits) => BitConverter.Int64BitsToDouble((long)start << 32 | (uint)bits);
}
