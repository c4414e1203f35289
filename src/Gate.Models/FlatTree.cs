namespace Gate.Models;

/// <summary>
/// A tree as flat arrays, one entry a node, in preorder with the left side first; the root is 0. A leaf has -1 as its children.
/// </summary>
/// <param name="Feature">The index of the feature that parts the node; -1 for a leaf.</param>
/// <param name="Threshold">For a number: at most this goes left.</param>
/// <param name="Level">For a category: this level goes right; -1 for a number, and where <see cref="LeftLevels"/> parts the node.</param>
/// <param name="MissingLeft">Whether a missing value goes left, by the rule of <see cref="Rules"/>; for a category with a level of its own
/// for missing ones it says nothing.</param>
/// <param name="Left">The node on the left.</param>
/// <param name="Right">The node on the right.</param>
/// <param name="Values">The values of all nodes: <paramref name="ValuesPerNode"/> numbers each, class shares or the mean; in trees read
/// from a file those of inner nodes are 0.</param>
/// <param name="ValuesPerNode">The number of classes, or 1.</param>
/// <param name="Weight">The weight of the training rows (the node's cover); 0 where a file does not say it.</param>
/// <param name="Impurity">The impurity of the training rows; empty in trees read from a file.</param>
public sealed record FlatTree(
    int[] Feature, double[] Threshold, int[] Level, bool[] MissingLeft, int[] Left, int[] Right,
    double[] Values, int ValuesPerNode, double[] Weight, double[] Impurity)
{
    /// <summary>For a category that is parted by a set: these levels go left, all others right. Null for other nodes, and altogether where
    /// there is no such node.</summary>
    public LevelSet?[]? LeftLevels { get; init; }

    /// <summary>What each node takes for missing; null where all take missing values only.</summary>
    public MissingRule[]? Rules { get; init; }

    /// <summary>How many nodes it has.</summary>
    public int NodeCount => Feature.Length;

    /// <summary>How many leaves it has.</summary>
    public int LeafCount => Left.AsSpan().Count(-1);

    /// <summary>The number of splits on its longest path; 0 for a single leaf.</summary>
    public int Depth()
    {
        var depth = new int[NodeCount];
        for (int node = 0; node < NodeCount; node++)
        {
            if (Left[node] < 0) continue;
            depth[Left[node]] = depth[Right[node]] = depth[node] + 1;
        }
        return depth.Max();
    }

    /// <summary>The share of each feature in the total fall of impurity (Gini or mean decrease in impurity); zeros for a single
    /// leaf.</summary>
    /// <param name="features">The number of features.</param>
    public double[] ImpurityImportances(int features)
    {
        var importance = new double[features];
        for (int node = 0; node < NodeCount; node++)
        {
            if (Left[node] < 0) continue;
            importance[Feature[node]] += Loss(node) - Loss(Left[node]) - Loss(Right[node]);
        }
        double total = importance.Sum();
        return total > 0 ? Array.ConvertAll(importance, value => value / total) : importance;
    }

    private double Loss(int node) => Weight[node] * Impurity[node];
}
