using Gate.Data.Numerics;
using Gate.Data.Randomness;

namespace Gate.Bench.Coverage;

/// <summary>Random numbers that are the same on every machine.</summary>
internal static class RandomRows
{
    private const ulong Prime = 0x100000001B3, Basis = 0xCBF29CE484222325;

    /// <summary>The numbers of one run of what has a name: other names, other numbers.</summary>
    public static SplitMix64 Of(string name, int run) => new(SeedOf(name, run));

    /// <summary>The seed of one run of what has a name.</summary>
    public static ulong SeedOf(string name, int run)
    {
        // Fowler, Noll and Vo's hash (1a) of the name: string.GetHashCode is another one in every process.
        ulong hash = Basis;
        foreach (char letter in name) hash = (hash ^ letter) * Prime;
        return SplitMix64.Derive(hash, (ulong)run);
    }

    /// <summary>A standard normal number.</summary>
    public static double Normal(this SplitMix64 random) => NormalLaw.OfTail(random.Open());

    /// <summary>Above 0 and below 1.</summary>
    public static double Open(this SplitMix64 random) => ((random.NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Student's t with three degrees of freedom.</summary>
    public static double StudentThree(this SplitMix64 random)
    {
        double top = random.Normal(), a = random.Normal(), b = random.Normal(), c = random.Normal();
        return top / Math.Sqrt((a * a + b * b + c * c) / 3);
    }

    public static bool Chance(this SplitMix64 random, double probability) => random.NextDouble() < probability;

    public static T[] Many<T>(this SplitMix64 random, int count, Func<SplitMix64, int, T> draw)
    {
        var drawn = new T[count];
        for (int i = 0; i < count; i++) drawn[i] = draw(random, i);
        return drawn;
    }
}
