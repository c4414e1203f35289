using Gate.Metrics.Sampling;

namespace Gate.Metrics.Fairness;

/// <summary>The exact nearest neighbours of all rows. They are looked for once and serve every model that predicts the same rows.</summary>
internal sealed class Neighbours
{
    private const int RowsPerBlock = 64;

    // More than this are looked for again: where all rows tie, they would take the square of the rows.
    private const int MostKept = 256;

    private readonly NeighbourTree tree;
    private readonly int count;
    private readonly (int[] Rows, int Closer)?[] kept;

    /// <summary>Prepares the search.</summary>
    /// <param name="features">Row-major.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="count">How many neighbours; at most the number of rows.</param>
    /// <param name="cancel">Stops the work.</param>
    public Neighbours(double[] features, int rows, int count, CancellationToken cancel) =>
        (tree, this.count, kept) = (new NeighbourTree(features, rows, cancel), count, new (int[], int)?[rows]);

    /// <summary>
    /// Of each row, the share of its nearest neighbours that have another code. A row is its own nearest neighbour, as in AIF360. Rows at
    /// the same distance as the last neighbour share the places that are left, so that the order of the rows does not matter.
    /// </summary>
    /// <param name="codes">One code a row.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    public double[] Disagreement(int[] codes, int threads, CancellationToken cancel)
    {
        var shares = new double[codes.Length];
        Workers.For((codes.Length + RowsPerBlock - 1) / RowsPerBlock, threads, () => new NeighbourTree.Search(count), (block, search) =>
        {
            for (int row = block * RowsPerBlock; row < Math.Min(codes.Length, (block + 1) * RowsPerBlock); row++)
                shares[row] = Share(row, codes, search);
        }, cancel);
        return shares;
    }

    private double Share(int row, int[] codes, NeighbourTree.Search search)
    {
        if (kept[row] is not (int[] rows, int closer))
        {
            tree.Find(row, search);
            (rows, closer) = (search.Found.ToArray(), search.Closer);
            if (rows.Length <= MostKept) kept[row] = (rows, closer);
        }
        int closerOther = 0, tiedOther = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            int other = codes[rows[i]] == codes[row] ? 0 : 1;
            if (i < closer) closerOther += other;
            else tiedOther += other;
        }
        return (closerOther + (double)(count - closer) * tiedOther / (rows.Length - closer)) / count;
    }
}
