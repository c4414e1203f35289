using System.Numerics.Tensors;
using Gate.Metrics.Sampling;

namespace Gate.Metrics.Fairness;

/// <summary>
/// Exact nearest neighbours by Euclid's distance, row by row against all rows. Distances are sums of separate products and sums (no fused
/// operations), in the order of the columns, so that they are the same on every machine.
/// </summary>
internal static class Neighbours
{
    private const int Tile = 2048;
    private const int RowsPerBlock = 64;

    /// <summary>
    /// Of each row, the share of its nearest neighbours that have another code. A row is its own nearest neighbour, as in AIF360. Rows at
    /// the same distance as the last neighbour share the places that are left, so that the order of the rows does not matter.
    /// </summary>
    /// <param name="features">Row-major.</param>
    /// <param name="codes">One code a row.</param>
    /// <param name="neighbours">How many neighbours; at most the number of rows.</param>
    /// <param name="threads">How many threads may work; 0 for all cores.</param>
    /// <param name="cancel">Stops the work.</param>
    public static double[] Disagreement(double[] features, int[] codes, int neighbours, int threads, CancellationToken cancel)
    {
        int rows = codes.Length, width = features.Length / rows;
        double[] columns = Transposed(features, rows, width);
        var shares = new double[rows];
        Workers.For((rows + RowsPerBlock - 1) / RowsPerBlock, threads, () => new Scratch(rows, neighbours), (block, own) =>
        {
            for (int row = block * RowsPerBlock; row < Math.Min(rows, (block + 1) * RowsPerBlock); row++)
            {
                Distances(columns, rows, width, row, own);
                shares[row] = Share(own, codes, codes[row]);
            }
        }, cancel);
        return shares;
    }

    private static double[] Transposed(double[] features, int rows, int width)
    {
        var columns = new double[features.Length];
        for (int row = 0; row < rows; row++)
            for (int c = 0; c < width; c++) columns[c * rows + row] = features[row * width + c];
        return columns;
    }

    /// <summary>The squared distance of one row from all; in tiles, so that the running sums stay in the cache.</summary>
    private static void Distances(double[] columns, int rows, int width, int row, Scratch own)
    {
        for (int start = 0; start < rows; start += Tile)
        {
            int length = Math.Min(Tile, rows - start);
            Span<double> sums = own.Distances.AsSpan(start, length), squares = own.Squares.AsSpan(0, length);
            sums.Clear();
            for (int c = 0; c < width; c++)
            {
                TensorPrimitives.Subtract(columns.AsSpan(c * rows + start, length), columns[c * rows + row], squares);
                TensorPrimitives.Multiply(squares, squares, squares);
                TensorPrimitives.Add(sums, squares, sums);
            }
        }
    }

    private static double Share(Scratch own, int[] codes, int code)
    {
        double[] nearest = own.Nearest, distances = own.Distances;
        Array.Fill(nearest, double.PositiveInfinity);
        foreach (double distance in distances)
            if (distance < nearest[^1]) Insert(nearest, distance);
        double farthest = nearest[^1];
        int closer = 0, closerOther = 0, tied = 0, tiedOther = 0;
        for (int row = 0; row < distances.Length; row++)
        {
            if (distances[row] > farthest) continue;
            int other = codes[row] == code ? 0 : 1;
            if (distances[row] < farthest) (closer, closerOther) = (closer + 1, closerOther + other);
            else (tied, tiedOther) = (tied + 1, tiedOther + other);
        }
        return (closerOther + (double)(nearest.Length - closer) * tiedOther / tied) / nearest.Length;
    }

    /// <summary>Puts a distance into its place among the nearest so far; the farthest falls out.</summary>
    private static void Insert(double[] nearest, double distance)
    {
        int at = nearest.Length - 1;
        for (; at > 0 && nearest[at - 1] > distance; at--) nearest[at] = nearest[at - 1];
        nearest[at] = distance;
    }

    private sealed class Scratch(int rows, int neighbours)
    {
        public double[] Distances { get; } = new double[rows];

        public double[] Squares { get; } = new double[Tile];

        public double[] Nearest { get; } = new double[neighbours];
    }
}
