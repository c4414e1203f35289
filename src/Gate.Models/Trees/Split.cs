namespace Gate.Models.Trees;

/// <summary>A way to part a node. Numbers: at most the threshold goes left. Categories: the level goes right, everything else
/// left.</summary>
/// <param name="Feature">The index of the feature.</param>
/// <param name="Code">Numbers: the last code that goes left. Categories: the level that goes right.</param>
/// <param name="Threshold">Numbers: between the last value on the left and the first on the right; infinity parts missing from
/// present.</param>
/// <param name="MissingLeft">Numbers: whether missing ones go left; where training saw none in this node, the heavier side takes
/// them.</param>
/// <param name="Gain">The fall of the weighted impurity.</param>
internal sealed record Split(int Feature, int Code, double Threshold, bool MissingLeft, double Gain)
{
    /// <summary>Whether a row with <paramref name="code"/> goes left.</summary>
    public bool GoesLeft(SplitFeature feature, int code)
    {
        if (feature.Kind == InputKind.Category) return code != Code;
        return code == feature.MissingCode ? MissingLeft : code <= Code;
    }
}
