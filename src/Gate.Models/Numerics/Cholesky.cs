namespace Gate.Models.Numerics;

/// <summary>Symmetric positive definite systems.</summary>
internal static class Cholesky
{
    /// <summary>
    /// Factors a row-major matrix in place (lower triangle in, L out). False when it is not safely positive definite: a pivot fell to
    /// rounding error against the diagonal that it started from.
    /// </summary>
    public static bool Factor(double[] matrix, int n, CancellationToken cancel)
    {
        for (int i = 0; i < n; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Span<double> row = matrix.AsSpan(i * n, n);
            double diagonal = row[i];
            for (int j = 0; j < i; j++)
            {
                ReadOnlySpan<double> other = matrix.AsSpan(j * n, n);
                row[j] = (row[j] - Vectors.Dot(row[..j], other[..j])) / other[j];
            }
            double pivot = diagonal - Vectors.Dot(row[..i], row[..i]);
            if (!(pivot > 1e-13 * diagonal)) return false;
            row[i] = Math.Sqrt(pivot);
        }
        return true;
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(double[] factor, int n, double[] b)
    {
        for (int i = 0; i < n; i++) b[i] = (b[i] - Vectors.Dot(factor.AsSpan(i * n, i), b.AsSpan(0, i))) / factor[i * n + i];
        for (int i = n - 1; i >= 0; i--)
        {
            b[i] /= factor[i * n + i];
            Vectors.AddScaled(-b[i], factor.AsSpan(i * n, i), b.AsSpan(0, i));
        }
    }
}
