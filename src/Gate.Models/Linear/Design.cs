using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>Some columns of a design: one column of numbers, or the one-hot columns of a category.</summary>
/// <param name="Offset">The first column.</param>
/// <param name="Width">How many columns.</param>
/// <param name="Numbers">The numbers, one a row, or null.</param>
/// <param name="Levels">Which of the columns is 1, one a row, -1 for none; or null.</param>
internal sealed record DesignBlock(int Offset, int Width, double[]? Numbers, int[]? Levels);

/// <summary>
/// A design matrix that never writes out its one-hot zeros. Every sum over rows belongs to one thread, in the order of rows, so that
/// results do not depend on the number of threads.
/// </summary>
internal sealed class Design(int rows, int columns, IReadOnlyList<DesignBlock> blocks)
{
    private Design? squared;

    public int Rows => rows;

    public int Columns => columns;

    public IReadOnlyList<DesignBlock> Blocks => blocks;

    /// <summary>The same design with a last column of ones.</summary>
    public Design WithIntercept()
    {
        var ones = new double[rows];
        Array.Fill(ones, 1.0);
        return new Design(rows, columns + 1, [.. blocks, new DesignBlock(columns, 1, ones, null)]);
    }

    /// <summary>The design with every entry squared.</summary>
    public Design Squared() =>
        squared ??= new Design(rows, columns,
        [.. blocks.Select(block => block with { Numbers = block.Numbers is { } x ? Products(x, x) : null })]);

    /// <summary>Adds the product of the design with a vector of its columns to <paramref name="sums"/>, one a row.</summary>
    public void Multiply(ReadOnlyMemory<double> vector, double[] sums, CancellationToken cancel) =>
        RowBlocks.ForEach(rows, (_, first, end) =>
    {
        ReadOnlySpan<double> v = vector.Span;
        foreach (DesignBlock block in blocks)
        {
            if (block.Numbers is { } numbers)
                Vectors.AddScaled(v[block.Offset], numbers.AsSpan(first, end - first), sums.AsSpan(first, end - first));
            else
            {
                int[] levels = block.Levels!;
                for (int row = first; row < end; row++)
                    if (levels[row] >= 0) sums[row] += v[block.Offset + levels[row]];
            }
        }
    }, cancel);

    /// <summary>Writes the product of the transposed design with a vector of its rows to <paramref name="sums"/>, one a column.</summary>
    public void MultiplyTransposed(double[] vector, Memory<double> sums, CancellationToken cancel) =>
        Parallel.For(0, blocks.Count, new ParallelOptions { CancellationToken = cancel }, b => SumByColumn(blocks[b], vector, sums.Span));

    /// <summary>Writes the Gram matrix with a weight for each row, Σ d x xᵀ, to the lower triangle of a square matrix, row-major.</summary>
    public void Gram(double[] weights, double[] matrix, CancellationToken cancel)
    {
        Parallel.For(0, blocks.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            DesignBlock upper = blocks[i];
            double[]? weighted = upper.Numbers is { } numbers ? Products(weights, numbers) : null;
            for (int j = 0; j <= i; j++) GramOf(upper, weighted, blocks[j], weights, matrix);
        });
    }

    private void GramOf(DesignBlock a, double[]? weighted, DesignBlock b, double[] weights, double[] matrix)
    {
        int at = a.Offset * columns + b.Offset;
        if (weighted is not null) // one row of the matrix
        {
            if (b.Numbers is { } other) matrix[at] = Vectors.Dot(weighted, other);
            else SumByColumn(b, weighted, matrix.AsSpan(a.Offset * columns, columns));
            return;
        }
        int[] levels = a.Levels!;
        for (int level = 0; level < a.Width; level++) matrix.AsSpan(at + level * columns, b.Width).Clear();
        for (int row = 0; row < rows; row++)
        {
            if (levels[row] < 0) continue;
            int line = at + levels[row] * columns;
            if (b.Numbers is { } numbers) matrix[line] += weights[row] * numbers[row];
            else if (b.Levels![row] >= 0) matrix[line + b.Levels[row]] += weights[row];
        }
    }

    private void SumByColumn(DesignBlock block, double[] vector, Span<double> sums)
    {
        if (block.Numbers is { } numbers)
        {
            sums[block.Offset] = Vectors.Dot(numbers, vector);
            return;
        }
        sums.Slice(block.Offset, block.Width).Clear();
        for (int row = 0; row < rows; row++)
            if (block.Levels![row] >= 0) sums[block.Offset + block.Levels[row]] += vector[row];
    }

    private static double[] Products(double[] a, double[] b)
    {
        var products = new double[a.Length];
        for (int i = 0; i < products.Length; i++) products[i] = a[i] * b[i];
        return products;
    }
}
