using static Gate.Data.Randomness.SplitMix64;

namespace Gate.Metrics.Sampling;

/// <summary>
/// Counter-based random numbers: the n-th number of a stream is a fixed function of seed, stream and n (SplitMix64, Steele, Lea and
/// Flood 2014). Streams can therefore be drawn in any order and on any thread with the same outcome.
/// </summary>
internal struct CounterRandom
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    public CounterRandom(ulong seed, ulong purpose, ulong stream) =>
        state = Mix(Mix(Mix(seed + Step) ^ purpose * 0xD1B54A32D192ED03) + stream * 0x8CB92BA72F3D8DD7);

    public ulong NextBits()
    {
        state += Step;
        return Mix(state);
    }

    /// <summary>Uniform on [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on (0, 1): safe under a logarithm.</summary>
    public double NextOpen() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Uniform on 0 … <paramref name="bound"/> - 1; its bias is below bound / 2^64.</summary>
    public int NextIndex(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>Two numbers as <see cref="NextIndex"/> from one draw: their bias is below bound / 2^32.</summary>
    public (int First, int Second) NextIndices(int bound)
    {
        ulong bits = NextBits();
        return ((int)((bits >> 32) * (ulong)bound >> 32), (int)((uint)bits * (ulong)bound >> 32));
    }
}
