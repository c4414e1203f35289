namespace Gate.Models.Numerics;

/// <summary>Least squares of minimum norm by the singular value decomposition, with one-sided Jacobi rotations (Hestenes 1958).</summary>
internal static class JacobiSvd
{
    private const int MaxSweeps = 60;

    /// <summary>The shortest x that minimises ‖Ax − b‖.</summary>
    /// <param name="matrix">A, n × n, row-major; not changed.</param>
    /// <param name="n">Its size.</param>
    /// <param name="b">The right side.</param>
    /// <param name="cutoff">Singular values up to this share of the largest count as 0.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The solution, and the rank of A.</returns>
    public static (double[] Solution, int Rank) LeastSquares(double[] matrix, int n, ReadOnlySpan<double> b, double cutoff,
        CancellationToken cancel)
    {
        // Columns of A and of V, each as one contiguous line; rotations make those of A orthogonal: A V = U S.
        double[] u = Transpose(matrix, n);
        var v = new double[n * n];
        for (int j = 0; j < n; j++) v[j * n + j] = 1;
        for (int sweep = 0; sweep < MaxSweeps && Sweep(u, v, n, cancel); sweep++) { }

        var squares = new double[n];
        for (int j = 0; j < n; j++) squares[j] = Vectors.Dot(u.AsSpan(j * n, n), u.AsSpan(j * n, n));
        double least = n == 0 ? 0 : Math.Sqrt(squares.Max()) * cutoff;
        var solution = new double[n];
        int rank = 0;
        for (int j = 0; j < n; j++)
        {
            if (Math.Sqrt(squares[j]) <= least) continue;
            rank++;
            Vectors.AddScaled(Vectors.Dot(u.AsSpan(j * n, n), b) / squares[j], v.AsSpan(j * n, n), solution);
        }
        return (solution, rank);
    }

    /// <summary>Rotates each pair of columns once; whether any was not yet orthogonal.</summary>
    private static bool Sweep(double[] u, double[] v, int n, CancellationToken cancel)
    {
        bool rotated = false;
        double largest = 0;
        for (int j = 0; j < n; j++) largest = Math.Max(largest, Vectors.Dot(u.AsSpan(j * n, n), u.AsSpan(j * n, n)));
        for (int i = 0; i < n; i++)
        {
            cancel.ThrowIfCancellationRequested();
            for (int j = i + 1; j < n; j++)
            {
                Span<double> ui = u.AsSpan(i * n, n), uj = u.AsSpan(j * n, n);
                double a = Vectors.Dot(ui, ui), b = Vectors.Dot(uj, uj), c = Vectors.Dot(ui, uj);
                // Columns that are rounding error against the largest are zero; their angles mean nothing.
                if (Math.Abs(c) <= 1e-15 * Math.Sqrt(a) * Math.Sqrt(b) || Math.Abs(c) <= 1e-32 * largest) continue;
                rotated = true;
                double zeta = (b - a) / (2 * c);
                double t = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + zeta * zeta));
                double cos = 1 / Math.Sqrt(1 + t * t), sin = cos * t;
                Rotate(ui, uj, cos, sin);
                Rotate(v.AsSpan(i * n, n), v.AsSpan(j * n, n), cos, sin);
            }
        }
        return rotated;
    }

    private static void Rotate(Span<double> x, Span<double> y, double cos, double sin)
    {
        for (int k = 0; k < x.Length; k++) (x[k], y[k]) = (cos * x[k] - sin * y[k], sin * x[k] + cos * y[k]);
    }

    private static double[] Transpose(double[] matrix, int n)
    {
        var transposed = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) transposed[j * n + i] = matrix[i * n + j];
        return transposed;
    }
}
