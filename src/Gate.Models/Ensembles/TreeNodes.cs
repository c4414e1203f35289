namespace Gate.Models.Ensembles;

/// <summary>The nodes of a tree in whatever order a file has them, not yet checked. Node 0 is the root; a leaf has -1 as its
/// children.</summary>
internal sealed class TreeNodes(int count)
{
    public int Count => count;

    public int[] Feature { get; } = new int[count];

    public double[] Threshold { get; } = new double[count];

    public int[] Left { get; } = Filled(count);

    public int[] Right { get; } = Filled(count);

    public bool[] MissingLeft { get; } = new bool[count];

    /// <summary>The value of each leaf.</summary>
    public double[] Value { get; } = new double[count];

    public double[] Weight { get; } = new double[count];

    public MissingRule[] Rule { get; } = new MissingRule[count];

    /// <summary>The levels that go left where a set parts the node.</summary>
    public LevelSet?[] Set { get; } = new LevelSet?[count];

    private static int[] Filled(int count)
    {
        var array = new int[count];
        Array.Fill(array, -1);
        return array;
    }
}
