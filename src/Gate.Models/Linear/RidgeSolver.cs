using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>
/// Minimises Σ w (y − xβ)² + α‖β‖², the intercept free: columns and targets are centred, the rows reduced to a triangle, and that solved.
/// Without penalty, columns that depend on each other get the coefficients of least norm.
/// </summary>
internal static class RidgeSolver
{
    public static RidgeSolution Solve(Design design, double[] targets, double[]? weights, double alpha, bool intercept,
        CancellationToken cancel)
    {
        int p = design.Columns;
        double[] means = new double[p + 1];
        if (intercept) means = Means(design, targets, weights, cancel);
        var qr = new IncrementalQr(p + 1);
        int size = Math.Max(256, 2 * (p + 1));
        for (int first = 0; first < design.Rows; first += size)
        {
            cancel.ThrowIfCancellationRequested();
            int rows = Math.Min(size, design.Rows - first);
            qr.Add(Block(design, targets, weights, means, first, rows), rows);
        }
        if (alpha > 0) qr.Add(PenaltyRows(p, alpha), p);

        (double[] square, double[] right) = Unpack(qr.R, p);
        double cutoff = 2.220446049250313e-16 * Math.Max(design.Rows, p);
        (double[] coefficients, int rank) = JacobiSvd.LeastSquares(square, p, right, alpha > 0 ? 0 : cutoff, cancel);
        return new(coefficients, means[p] - Vectors.Dot(means.AsSpan(0, p), coefficients), rank);
    }

    private static double[] Means(Design design, double[] targets, double[]? weights, CancellationToken cancel)
    {
        double[] each = weights ?? Ones(targets.Length);
        double total = each.Sum();
        var means = new double[design.Columns + 1];
        design.MultiplyTransposed(each, means.AsMemory(0, design.Columns), cancel);
        means[^1] = Vectors.Dot(each, targets);
        for (int j = 0; j < means.Length; j++) means[j] /= total;
        return means;
    }

    /// <summary>Some rows written out, centred, times the root of their weights, with the target as the last column.</summary>
    private static double[] Block(Design design, double[] targets, double[]? weights, double[] means, int first, int rows)
    {
        var block = new double[rows * (design.Columns + 1)];
        foreach (DesignBlock source in design.Blocks)
        {
            Span<double> columns = block.AsSpan(source.Offset * rows, source.Width * rows);
            if (source.Numbers is { } numbers) numbers.AsSpan(first, rows).CopyTo(columns);
            else
                for (int i = 0; i < rows; i++)
                    if (source.Levels![first + i] >= 0) columns[source.Levels[first + i] * rows + i] = 1;
        }
        targets.AsSpan(first, rows).CopyTo(block.AsSpan(design.Columns * rows, rows));
        for (int j = 0; j <= design.Columns; j++)
        {
            Span<double> column = block.AsSpan(j * rows, rows);
            for (int i = 0; i < rows; i++) column[i] = (column[i] - means[j]) * (weights is null ? 1 : Math.Sqrt(weights[first + i]));
        }
        return block;
    }

    private static double[] PenaltyRows(int p, double alpha)
    {
        var block = new double[p * (p + 1)];
        for (int j = 0; j < p; j++) block[j * p + j] = Math.Sqrt(alpha);
        return block;
    }

    private static (double[] Square, double[] Right) Unpack(double[] r, int p)
    {
        var square = new double[p * p];
        var right = new double[p];
        for (int i = 0; i < p; i++)
        {
            for (int j = i; j < p; j++) square[i * p + j] = r[i * (p + 1) + j];
            right[i] = r[i * (p + 1) + p];
        }
        return (square, right);
    }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1.0);
        return ones;
    }
}

/// <summary>The minimum.</summary>
/// <param name="Coefficients">One a column.</param>
/// <param name="Intercept">The intercept, 0 without one.</param>
/// <param name="Rank">How many columns are independent of each other.</param>
internal sealed record RidgeSolution(double[] Coefficients, double Intercept, int Rank);
