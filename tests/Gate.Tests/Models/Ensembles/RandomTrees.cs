using Gate.Models;
using Gate.Models.Ensembles;

namespace Gate.Tests.Models.Ensembles;

/// <summary>Trees with every kind of split, and values that lie at their edges.</summary>
internal static class RandomTrees
{
    /// <summary>How many features there are; the last of them are categories.</summary>
    public const int Features = 6, Categories = 2;

    public static double Value(Random random) => random.Next(12) switch
    {
        0 => double.NaN,
        1 => 0,
        2 => 1e-36,
        3 => -0.5,
        4 => -1e-36,
        5 => 1e300,
        6 => -3,
        7 => 0.1f,
        8 => 0.1,
        _ => random.Next(-2, 80) * 0.5,
    };

    public static FlatTree Tree(Random random, int leaves, bool withSets)
    {
        int count = 2 * leaves - 1;
        var nodes = new TreeNodes(count);
        int used = 1;
        var open = new List<int> { 0 };
        for (int i = 0; i < count; i++) nodes.Value[i] = random.NextDouble() - 0.5;
        while (used < count)
        {
            int node = open[random.Next(open.Count)];
            open.Remove(node);
            (nodes.Left[node], nodes.Right[node]) = (used, used + 1);
            open.AddRange([used, used + 1]);
            used += 2;
            nodes.Feature[node] = random.Next(withSets ? Features : Features - Categories);
            nodes.MissingLeft[node] = random.Next(2) == 0;
            if (nodes.Feature[node] >= Features - Categories)
                nodes.Set[node] = new LevelSet([(uint)random.NextInt64(), (uint)random.NextInt64()]);
            else
                (nodes.Threshold[node], nodes.Rule[node]) = (random.Next(4) == 0 ? 0.1f : random.Next(-2, 80) * 0.5,
                    (MissingRule)random.Next(3));
        }
        return TreeAssembly.Assemble(nodes, Features);
    }
}
