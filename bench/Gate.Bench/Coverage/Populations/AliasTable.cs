using Gate.Data.Randomness;

namespace Gate.Bench.Coverage.Populations;

/// <summary>Draws from a finite law in constant time (M. D. Vose, A linear algorithm for generating random numbers with a given
/// distribution, IEEE Trans. Softw. Eng. 17, 1991).</summary>
internal sealed class AliasTable
{
    private readonly double[] keeps;
    private readonly int[] others;

    /// <param name="probabilities">Not negative; they need not add up to 1.</param>
    public AliasTable(IReadOnlyList<double> probabilities)
    {
        double mean = probabilities.Sum() / probabilities.Count;
        keeps = [.. probabilities.Select(probability => probability / mean)];
        others = [.. Enumerable.Range(0, keeps.Length)];
        var small = new Stack<int>(others.Where(i => keeps[i] < 1));
        var large = new Stack<int>(others.Where(i => keeps[i] >= 1));
        while (small.TryPop(out int poor) && large.TryPop(out int rich))
        {
            others[poor] = rich;
            keeps[rich] -= 1 - keeps[poor];
            (keeps[rich] < 1 ? small : large).Push(rich);
        }
    }

    public int Draw(SplitMix64 random)
    {
        int at = random.NextInt(keeps.Length);
        return random.NextDouble() < keeps[at] ? at : others[at];
    }
}
