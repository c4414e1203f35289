namespace Gate.Models.Trees;

/// <summary>Collects nodes in preorder.</summary>
internal sealed class FlatTreeBuilder(int valuesPerNode)
{
    private readonly List<int> feature = [], level = [], left = [], right = [];
    private readonly List<double> threshold = [], values = [], weight = [], impurity = [];
    private readonly List<bool> missingLeft = [];

    /// <summary>Adds a leaf, hangs it below its parent, and returns its number.</summary>
    public int Add(double nodeWeight, double nodeImpurity, ReadOnlySpan<double> value, int parent, bool isLeft)
    {
        int node = feature.Count;
        feature.Add(-1);
        level.Add(-1);
        threshold.Add(0);
        missingLeft.Add(false);
        left.Add(-1);
        right.Add(-1);
        weight.Add(nodeWeight);
        impurity.Add(nodeImpurity);
        values.AddRange(value);
        if (parent >= 0) (isLeft ? left : right)[parent] = node;
        return node;
    }

    /// <summary>Makes a leaf an inner node; its children follow.</summary>
    public void Part(int node, int byFeature, double byThreshold, int byLevel, bool missingGoesLeft)
    {
        feature[node] = byFeature;
        threshold[node] = byThreshold;
        level[node] = byLevel;
        missingLeft[node] = missingGoesLeft;
    }

    public FlatTree Build() => new([.. feature], [.. threshold], [.. level], [.. missingLeft], [.. left], [.. right], [.. values],
        valuesPerNode, [.. weight], [.. impurity]);
}
