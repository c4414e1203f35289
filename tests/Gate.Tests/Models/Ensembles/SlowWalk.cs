using Gate.Models;

namespace Gate.Tests.Models.Ensembles;

/// <summary>A tree walked as its documentation says, node by node and as slowly as it likes.</summary>
internal static class SlowWalk
{
    public static double Value(FlatTree tree, InputRule inputs, Func<int, double> value) => tree.Values[Leaf(tree, inputs, value)];

    /// <summary>The leaf that a row comes to.</summary>
    public static int Leaf(FlatTree tree, InputRule inputs, Func<int, double> value)
    {
        int node = 0;
        while (tree.Left[node] >= 0) node = GoesLeft(tree, node, inputs, value(tree.Feature[node])) ? tree.Left[node] : tree.Right[node];
        return node;
    }

    public static bool GoesLeft(FlatTree tree, int node, InputRule inputs, double value)
    {
        if (inputs == InputRule.Single) value = (float)value;
        if (inputs == InputRule.TinyIsZero && Math.Abs(value) <= 1e-35f) value = 0;
        if (tree.LeftLevels?[node] is { } levels)
        {
            if (double.IsNaN(value)) return tree.MissingLeft[node];
            double least = inputs == InputRule.TinyIsZero ? -1 : -double.Epsilon;
            return value > least && value < 1e9 && levels.Contains((int)value);
        }
        MissingRule rule = tree.Rules?[node] ?? MissingRule.Missing;
        if (rule == MissingRule.AsZero && double.IsNaN(value)) value = 0;
        if (double.IsNaN(value) || (rule == MissingRule.ZeroToo && value == 0)) return tree.MissingLeft[node];
        return value <= tree.Threshold[node];
    }
}
