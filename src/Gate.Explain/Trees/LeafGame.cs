namespace Gate.Explain.Trees;

/// <summary>
/// The game that a leaf is, for one way of filling in the columns that a coalition lacks: from what a row fulfils to each player's part in
/// the leaf's value. Parts add up over leaves, trees and outputs.
/// </summary>
internal abstract class LeafGame(LeafPath path)
{
    public LeafPath Path => path;

    /// <summary>How often the leaf is reached when no column is known; times the leaf's value, its part in the base value.</summary>
    public abstract double Base { get; }

    /// <summary>The Shapley values of the players on the way, for a leaf whose value is 1.</summary>
    /// <param name="fulfilled">What the row fulfils, as bits.</param>
    /// <param name="values">One number for each player on the way; overwritten.</param>
    public abstract void Values(ulong fulfilled, Span<double> values);

    /// <summary>The interactions of all pairs of players on the way for a leaf whose value is 1: half the Shapley interaction index, and on
    /// the diagonal what is left of the player's value (Lundberg and others 2020).</summary>
    /// <param name="fulfilled">What the row fulfils, as bits.</param>
    /// <param name="pairs">A square matrix, row-major; overwritten.</param>
    public void Pairs(ulong fulfilled, Span<double> pairs)
    {
        int count = path.Players.Length;
        Span<double> values = stackalloc double[count];
        Values(fulfilled, values);
        for (int i = 0; i < count; i++)
            for (int j = i + 1; j < count; j++)
            {
                double half = Interaction(fulfilled, i, j) / 2;
                pairs[i * count + j] = pairs[j * count + i] = half;
                values[i] -= half;
                values[j] -= half;
            }
        for (int i = 0; i < count; i++) pairs[i * count + i] = values[i];
    }

    /// <summary>The Shapley interaction index of two players, for a leaf whose value is 1.</summary>
    protected abstract double Interaction(ulong fulfilled, int i, int j);
}
