using CsCheck;

namespace Gate.Tests.Properties;

/// <summary>Holds a property against random cases that are the same in every run. A case that fails is made smaller, and the message
/// has the smallest that was found and its seed; with that seed in the environment variable <c>CsCheck_Seed</c> the test tries this case
/// alone.</summary>
internal static class RandomCases
{
    private const uint Stream = 1;

    // CsCheck itself starts at another place in every run, so only the search for a smaller case is left to it.
    private const int SecondsOfShrinking = 3;

    /// <summary>Tries a number of cases.</summary>
    /// <param name="cases">Makes a case.</param>
    /// <param name="count">How many are tried.</param>
    /// <param name="property">Throws where the property does not hold.</param>
    /// <param name="print">The case as the message shows it.</param>
    /// <param name="seed">Other cases for another seed.</param>
    public static void Hold<T>(Gen<T> cases, int count, Action<T> property, Func<T, string> print, ulong seed = 1)
    {
        if (Check.Seed is { } single)
        {
            cases.Sample(property, seed: single, iter: 1, threads: 1, print: print);
            return;
        }
        var random = new PCG(Stream, seed);
        for (int i = 0; i < count; i++)
        {
            string start = random.ToString();
            T one = cases.Generate(random, null, out _);
            try
            {
                property(one);
            }
            catch (Exception)
            {
                cases.Sample(property, seed: start, time: SecondsOfShrinking, threads: 1, print: print);
                throw; // it failed once and not again
            }
        }
    }
}
