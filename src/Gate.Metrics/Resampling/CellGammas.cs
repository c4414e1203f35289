using Gate.Metrics.Cells;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Resampling;

/// <summary>
/// What the weight of each cell could be, given what was found in it: a gamma number with the cell's weight as its mean and the sum of its
/// squared weights as its variance, that of a sum of as many random rows, and more where a few heavy rows
/// say how much weights vary. And one more row, of gamma shape 1, that the caller adds where it
/// does harm: see <see cref="Method"/>.
/// </summary>
/// <param name="Weights">Replicate-major: replicates × cells.</param>
/// <param name="Extra">For each replicate how large the one more row is, in rows of the usual weight.</param>
internal sealed record CellGammas(double[] Weights, double[] Extra)
{
    /// <summary>
    /// M. P. Fay and E. J. Feuer (Stat. Med. 16, 1997, p. 791) take the limits of a weighted sum of Poisson counts from gamma laws, the
    /// upper one with one count more of the largest weight. Here the sum is any function of cells, and the count more is in the cell that
    /// changes it most. Of one share these are the limits of Clopper and Pearson.
    /// </summary>
    public const string Method = "fay_feuer";

    private const ulong Purpose = 4;

    /// <summary>Draws the weight of every cell in every replicate.</summary>
    public static CellGammas Draw(CellTable table, int replicates, ulong seed, int threads, CancellationToken cancel)
    {
        int cells = table.Cells.Length;
        double[] weights = new double[(long)replicates * cells], extra = new double[replicates];
        Workers.For(replicates, threads, static () => 0, (r, _) =>
        {
            var random = new CounterRandom(seed, Purpose, (ulong)r);
            extra[r] = GammaVariate.Draw(ref random, 1);
            Span<double> replicate = weights.AsSpan(r * cells, cells);
            for (int c = 0; c < cells; c++)
            {
                Cell cell = table.Cells[c];
                if (cell.Weight > 0) replicate[c] = Draw(ref random, cell);
            }
        }, cancel);
        return new CellGammas(weights, extra);
    }

    private static double Draw(ref CounterRandom random, Cell cell)
    {
        double effective = EffectiveSize.Of(cell.Weight, cell.Square),
            stretch = MeanShape.StretchOfWeights(effective, Math.Max(effective, cell.Count)), shape = effective / (stretch * stretch);
        return GammaVariate.Draw(ref random, shape) * cell.Weight / shape;
    }
}
