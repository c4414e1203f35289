namespace Gate.Models.Onnx.Lifting;

/// <summary>How a node of a tree parts rows, with the numbers of the standard (ai.onnx.ml 5); its older versions have them as
/// texts.</summary>
internal enum NodeMode
{
    AtMost = 0,
    Below = 1,
    AtLeast = 2,
    Above = 3,
    Equal = 4,
    Unequal = 5,
    Member = 6,
    Leaf = 7,
}

/// <summary>A node as a file has it.</summary>
/// <param name="Mode">How it parts rows.</param>
/// <param name="Lane">The place of the value that it compares.</param>
/// <param name="Split">What it compares with; of a leaf what it adds.</param>
/// <param name="MissingIsTrue">Whether the test holds for what is missing.</param>
/// <param name="True">The node for which the test holds; -1 for a leaf.</param>
/// <param name="False">The other one.</param>
internal readonly record struct LiftedNode(NodeMode Mode, int Lane, double Split, bool MissingIsTrue, int True, int False)
{
    /// <summary>The members of a set.</summary>
    public IReadOnlyList<double> Members { get; init; } = [];

    public static LiftedNode Leaf(double value) => new(NodeMode.Leaf, -1, value, false, -1, -1);
}
