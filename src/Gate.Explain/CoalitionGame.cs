using System.Numerics;

namespace Gate.Explain;

/// <summary>Shapley values of a game whose coalitions are all known.</summary>
internal static class CoalitionGame
{
    /// <summary>The value of one player: the mean over all orders of what it adds to those before it (Shapley 1953).</summary>
    /// <param name="worths">What each coalition is worth, by its bits: coalitions × outputs.</param>
    /// <param name="players">The number of players.</param>
    /// <param name="player">The player.</param>
    /// <param name="output">Which output.</param>
    /// <param name="outputs">How many there are.</param>
    public static double Value(ReadOnlySpan<double> worths, int players, int player, int output, int outputs)
    {
        Span<double> weight = stackalloc double[players];
        for (int k = 0; k < players; k++) weight[k] = Weight(players, k);
        double sum = 0;
        for (int set = 0; set < 1 << players; set++)
        {
            if ((set >> player & 1) != 0) continue;
            double gain = worths[(set | 1 << player) * outputs + output] - worths[set * outputs + output];
            sum += weight[BitOperations.PopCount((uint)set)] * gain;
        }
        return sum;
    }

    /// <summary>The weight of a coalition by its size k, without the player: k! (n-1-k)! / n! = 1 / (n × the ways to choose k of
    /// n - 1).</summary>
    public static double Weight(int players, int size) => 1 / (players * Ways(players - 1, size));

    /// <summary>In how many ways some of many can be chosen.</summary>
    public static double Ways(int many, int some)
    {
        double ways = 1;
        for (int k = 0; k < some; k++) ways = ways * (many - k) / (k + 1);
        return ways;
    }
}
