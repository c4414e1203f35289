using System.Numerics;
using Gate.Models;
using Gate.Tests.Models.Ensembles;

namespace Gate.Tests.Explain.Trees;

/// <summary>Shapley values by their definition, over all coalitions.</summary>
internal static class BruteForce
{
    /// <summary>The value of each player of a game.</summary>
    public static double[] Values(int players, Func<int, double> worth) => [.. Enumerable.Range(0, players).Select(player =>
        Coalitions(players, 1 << player).Sum(set => Weight(players, set) * (worth(set | 1 << player) - worth(set))))];

    /// <summary>Half the Shapley interaction index of two players.</summary>
    public static double Interaction(int players, int i, int j, Func<int, double> worth) =>
        Coalitions(players, 1 << i | 1 << j).Sum(set => Weight(players - 1, set) / 2
            * (worth(set | 1 << i | 1 << j) - worth(set | 1 << i) - worth(set | 1 << j) + worth(set)));

    /// <summary>What a tree is expected to say when only some features are known, by the covers of its nodes: Lundberg's
    /// EXPVALUE.</summary>
    public static double Expected(FlatTree tree, InputRule inputs, Func<int, double> value, Func<int, bool> isKnown, int node = 0)
    {
        if (tree.Left[node] < 0) return tree.Values[node];
        double Of(int child) => Expected(tree, inputs, value, isKnown, child);
        if (isKnown(tree.Feature[node]))
            return Of(SlowWalk.GoesLeft(tree, node, inputs, value(tree.Feature[node])) ? tree.Left[node] : tree.Right[node]);
        double left = tree.Weight[tree.Left[node]] / tree.Weight[node], right = tree.Weight[tree.Right[node]] / tree.Weight[node];
        return left * Of(tree.Left[node]) + right * Of(tree.Right[node]);
    }

    private static IEnumerable<int> Coalitions(int players, int without) =>
        Enumerable.Range(0, 1 << players).Where(set => (set & without) == 0);

    private static double Weight(int players, int set)
    {
        int size = BitOperations.PopCount((uint)set);
        return Factorial(size) * Factorial(players - size - 1) / Factorial(players);
    }

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
