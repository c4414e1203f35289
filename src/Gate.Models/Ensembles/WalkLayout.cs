namespace Gate.Models.Ensembles;

/// <summary>All trees of an ensemble as they are walked.</summary>
/// <param name="Nodes">The nodes of all trees.</param>
/// <param name="Values">The value of each node; only those of leaves are read.</param>
/// <param name="Roots">Where each tree starts.</param>
/// <param name="Depths">The number of steps to the deepest leaf of each tree.</param>
/// <param name="Sets">The bits of all sets; the first of each is that of missing values.</param>
/// <param name="Lanes">What the buffer holds of each row; one more lane, which is never read for its value, follows them.</param>
internal sealed record WalkLayout(WalkNode[] Nodes, double[] Values, int[] Roots, int[] Depths, uint[] Sets, Lane[] Lanes)
{
    /// <summary>The numbers that a row takes in the buffer.</summary>
    public int Stride => Lanes.Length + 1;

    /// <summary>Whether a node is tested by a set.</summary>
    public bool HasSets => Sets.Length > 0;
}
