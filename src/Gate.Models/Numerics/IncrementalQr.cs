namespace Gate.Models.Numerics;

/// <summary>
/// The triangular factor of a tall matrix, taken in a block of rows at a time by Householder reflections (Golub and Van Loan, §5.2): the
/// accuracy of an orthogonal method, without ever holding the whole matrix.
/// </summary>
internal sealed class IncrementalQr(int columns)
{
    /// <summary>The factor: upper triangular, row-major.</summary>
    public double[] R { get; } = new double[columns * columns];

    /// <summary>Takes in rows.</summary>
    /// <param name="block">The rows, column after column; overwritten.</param>
    /// <param name="rows">How many.</param>
    public void Add(double[] block, int rows)
    {
        for (int j = 0; j < columns; j++)
        {
            Span<double> own = block.AsSpan(j * rows, rows);
            double below = Vectors.Dot(own, own);
            if (below == 0) continue;
            double pivot = R[j * columns + j];
            double norm = Math.Sqrt(pivot * pivot + below);
            double head = pivot + (pivot >= 0 ? norm : -norm); // the reflection vector is (head, own)
            R[j * columns + j] = pivot >= 0 ? -norm : norm;
            double factor = 2 / (head * head + below);
            for (int k = j + 1; k < columns; k++)
            {
                Span<double> other = block.AsSpan(k * rows, rows);
                double projection = factor * (head * R[j * columns + k] + Vectors.Dot(own, other));
                R[j * columns + k] -= projection * head;
                Vectors.AddScaled(-projection, own, other);
            }
        }
    }
}
