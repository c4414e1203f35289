using Gate.Metrics.Cells;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Resampling;

/// <summary>
/// Bootstrap replicates of a <see cref="CellTable"/>: within each group as many rows as it has are drawn with replacement, which is a
/// multinomial over its cells. Its cost is the number of cells, whatever the number of rows.
/// With weights, the weight of m rows drawn from a cell is a gamma number with the mean and the variance that m draws from the cell's own
/// weights would have; sums of such numbers are exact under splitting and merging of draws.
/// </summary>
internal static class CellBootstrap
{
    private const ulong Purpose = 1;

    /// <summary>Draws the weight of every cell in every replicate.</summary>
    /// <returns>Replicate-major: replicates × cells.</returns>
    public static double[] Draw(CellTable table, int replicates, ulong seed, int threads, CancellationToken cancel)
    {
        int cells = table.Cells.Length;
        var weights = new double[(long)replicates * cells];
        long[] counts = [.. table.Cells.Select(cell => cell.Count)];
        (double Mean, double Shape)[] laws = [.. table.Cells.Select(Law)];
        Workers.For(replicates, threads, () => new long[cells], (r, drawn) =>
        {
            var random = new CounterRandom(seed, Purpose, (ulong)r);
            for (int g = 0; g < table.Groups; g++)
            {
                Range own = table.Start[g]..table.Start[g + 1];
                Multinomial.Draw(ref random, counts.AsSpan(own), drawn.AsSpan(own));
            }
            Span<double> replicate = weights.AsSpan(r * cells, cells);
            for (int c = 0; c < cells; c++) replicate[c] = Weigh(ref random, drawn[c], laws[c]);
        }, cancel);
        return weights;
    }

    /// <summary>The mean weight of a cell's rows and the gamma shape that one drawn row adds; an infinite shape where all weights are
    /// equal.</summary>
    private static (double Mean, double Shape) Law(Cell cell)
    {
        double mean = cell.Weight / cell.Count, variance = cell.Square / cell.Count - mean * mean;
        return (mean, variance <= 1e-12 * mean * mean ? double.PositiveInfinity : mean * mean / variance);
    }

    private static double Weigh(ref CounterRandom random, long drawn, (double Mean, double Shape) law) =>
        drawn == 0 || double.IsInfinity(law.Shape) ? drawn * law.Mean : GammaVariate.Draw(ref random, drawn * law.Shape) * law.Mean
            / law.Shape;
}
