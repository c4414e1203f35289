using System.Runtime.CompilerServices;

namespace Gate.Data.Randomness;

/// <summary>
/// A small, fast generator of random numbers that gives the same sequence on every machine: SplitMix64
/// (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014). Not for secrets. Not safe to share between
/// threads.
/// </summary>
/// <param name="seed">Any number; the same seed gives the same sequence.</param>
public sealed class SplitMix64(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64() => Mix(state += GoldenGamma);

    /// <summary>The next number from 0 (included) to 1 (excluded), a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next whole number from 0 to <paramref name="bound"/> - 1, each equally likely (Lemire 2019, "Fast Random Integer
    /// Generation in an Interval").</summary>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below 1.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(NextUInt64(), range, out ulong low);
        if (low >= range) return (int)high;
        // Of the 2^64 draws, 2^64 mod range are too many for equal shares: those are drawn again.
        ulong excess = (0 - range) % range;
        while (low < excess) high = Math.BigMul(NextUInt64(), range, out low);
        return (int)high;
    }

    /// <summary>Puts <paramref name="items"/> in random order (Fisher–Yates).</summary>
    /// <typeparam name="T">What is shuffled.</typeparam>
    /// <param name="items">Reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>
    /// The seed of an independent sequence: one per replicate, stratum or feature, so that work in parallel draws the
    /// same numbers as work in turn.
    /// </summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="stream">The number of the part.</param>
    public static ulong Derive(ulong seed, ulong stream) => Mix(Mix(seed + GoldenGamma) ^ Mix(~stream * GoldenGamma));

    /// <summary>The generator's finaliser: every bit of <paramref name="z"/> reaches every bit of the result. For random numbers made from
    /// a counter.</summary>
    /// <param name="z">Any bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
