using System.Text;
using static Gate.Data.Randomness.SplitMix64;

namespace Gate.Explain;

/// <summary>
/// Random orders from a counter instead of a running state: which order comes out depends on the seed, the name of the column and the
/// number of the repeat alone, not on what was drawn before or by which thread.
/// </summary>
internal static class Permutation
{
    /// <summary>A uniformly random order of 0 to <paramref name="count"/> - 1 (Fisher and Yates, from the back).</summary>
    public static int[] Of(int count, ulong seed, string name, int repeat)
    {
        ulong stream = Mix(Mix(seed) ^ Hash(name)) + Mix((ulong)repeat + 1);
        var order = new int[count];
        for (int i = 0; i < count; i++) order[i] = i;
        for (int i = count - 1; i > 0; i--)
        {
            // The high half of a 128-bit product is uniform up to count / 2^64.
            int j = (int)Math.BigMul(Mix(stream + (ulong)i * 0x9E3779B97F4A7C15), (ulong)(i + 1), out _);
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    // FNV-1a over UTF-8: string.GetHashCode differs from run to run on purpose.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 1099511628211;
        return hash;
    }
}
