using Gate.Models;

namespace Gate.Explain.Compact;

/// <summary>A tree of one output, ready to be walked anywhere: one entry a node, the root is 0, children of a leaf are -1.</summary>
/// <param name="Feature">The index of the feature that parts the node; -1 for a leaf.</param>
/// <param name="Threshold">For a number: at most this goes left.</param>
/// <param name="Levels">For a category: the levels that go left; null for other nodes.</param>
/// <param name="MissingLeft">Whether what is missing goes left.</param>
/// <param name="Rule">What is missing: 0 for missing values, 1 for none (they count as 0), 2 for missing values and 0.</param>
/// <param name="Left">The node on the left.</param>
/// <param name="Right">The node on the right.</param>
/// <param name="Value">What a leaf adds to the margin; 0 of other nodes.</param>
/// <param name="Cover">How many training rows came to the node.</param>
/// <param name="Output">The margin that its leaves add to.</param>
public sealed record CompactTree(int[] Feature, double[] Threshold, int[]?[] Levels, bool[] MissingLeft, int[] Rule, int[] Left,
    int[] Right, double[] Value, double[] Cover, int Output)
{
    /// <summary>The leaf that values come to.</summary>
    /// <param name="values">The values of the features; not a number where missing.</param>
    /// <param name="inputs">What is done to them first.</param>
    public int Leaf(IReadOnlyList<double> values, InputRule inputs)
    {
        ArgumentNullException.ThrowIfNull(values);
        int node = 0;
        while (Left[node] >= 0) node = GoesLeft(node, values[Feature[node]], inputs) ? Left[node] : Right[node];
        return node;
    }

    private bool GoesLeft(int node, double value, InputRule inputs)
    {
        if (double.IsNaN(value) && Rule[node] == 1) value = 0;
        double number = TreeInputs.Number(value, inputs);
        if (Levels[node] is { } levels) return double.IsNaN(value) ? MissingLeft[node] : levels.Contains(TreeInputs.Level(value, inputs));
        return double.IsNaN(number) || (Rule[node] == 2 && number == 0) ? MissingLeft[node] : number <= Threshold[node];
    }
}
