namespace Gate.Explain.Linear;

/// <summary>
/// A symmetric positive system, factored row by row, so that one more unknown costs one more row. An unknown that the ones before it
/// determine up to rounding gets the coefficient 0: then the solution is one of the least-squares solutions.
/// </summary>
/// <param name="capacity">The most unknowns.</param>
internal sealed class CholeskyRows(int capacity)
{
    private const double LeastPivot = 1e-12;

    private readonly double[] factor = new double[capacity * capacity];

    /// <summary>How many unknowns there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are determined by others.</summary>
    public int Dependent { get; private set; }

    /// <summary>Forgets the last unknowns.</summary>
    public void Truncate(int count)
    {
        for (int i = count; i < Count; i++)
            if (double.IsPositiveInfinity(factor[i * capacity + i])) Dependent--;
        Count = count;
    }

    /// <summary>Adds an unknown by its row of the matrix: the products with those before it, and with itself.</summary>
    public void Append(ReadOnlySpan<double> row)
    {
        Span<double> own = factor.AsSpan(Count * capacity, capacity);
        double diagonal = row[Count], pivot = diagonal;
        for (int j = 0; j < Count; j++)
        {
            ReadOnlySpan<double> other = factor.AsSpan(j * capacity, capacity);
            double rest = row[j];
            for (int k = 0; k < j; k++) rest -= own[k] * other[k];
            own[j] = rest / other[j];
            pivot -= own[j] * own[j];
        }
        bool free = pivot > LeastPivot * diagonal;
        // What is divided by infinity is 0: the unknown takes no part.
        own[Count] = free ? Math.Sqrt(pivot) : double.PositiveInfinity;
        if (!free) Dependent++;
        Count++;
    }

    /// <summary>Solves for a right side, in place.</summary>
    public void Solve(Span<double> b)
    {
        for (int i = 0; i < Count; i++)
        {
            for (int j = 0; j < i; j++) b[i] -= factor[i * capacity + j] * b[j];
            b[i] /= factor[i * capacity + i];
        }
        for (int i = Count - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < Count; j++) b[i] -= factor[j * capacity + i] * b[j];
            b[i] /= factor[i * capacity + i];
        }
    }
}
