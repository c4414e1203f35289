using Gate.Models.Numerics;

namespace Gate.Models.Linear;

/// <summary>What least squares reads of its rows: means, and the products of centred columns and label, each divided by the sum of
/// weights.</summary>
internal sealed class CrossProducts
{
    private readonly double[] gram;

    /// <param name="design">The columns.</param>
    /// <param name="targets">The label.</param>
    /// <param name="weights">Sample weights, or null.</param>
    /// <param name="centred">Whether means are taken off, as an intercept does.</param>
    /// <param name="cancel">Stops the work.</param>
    public CrossProducts(Design design, double[] targets, double[]? weights, bool centred, CancellationToken cancel)
    {
        int p = Columns = design.Columns;
        double[] each = weights ?? Ones(targets.Length);
        double total = each.Sum();
        (gram, WithTarget, Means) = (new double[p * p], new double[p], new double[p]);
        double[] left = Means;
        if (centred)
        {
            design.MultiplyTransposed(each, Means, cancel);
            for (int j = 0; j < p; j++) Means[j] /= total;
            TargetMean = Vectors.Dot(each, targets) / total;
            (design, left) = Centred(design);
        }
        design.Gram(each, gram, cancel);
        double[] residuals = [.. targets.Select((target, row) => each[row] * (target - TargetMean))];
        design.MultiplyTransposed(residuals, WithTarget, cancel);
        for (int j = 0; j < p; j++)
        {
            WithTarget[j] /= total;
            for (int k = 0; k <= j; k++) gram[(k * p) + j] = gram[(j * p) + k] = (gram[(j * p) + k] / total) - (left[j] * left[k]);
        }
        for (int row = 0; row < targets.Length; row++) TargetSquare += residuals[row] * (targets[row] - TargetMean);
        TargetSquare /= total;
    }

    public int Columns { get; }

    /// <summary>The means of the columns; zeros where they are not centred.</summary>
    public double[] Means { get; }

    public double TargetMean { get; }

    /// <summary>The products of the columns with the label.</summary>
    public double[] WithTarget { get; }

    /// <summary>The product of the label with itself.</summary>
    public double TargetSquare { get; }

    /// <summary>The products of a column with all.</summary>
    public ReadOnlySpan<double> Of(int column) => gram.AsSpan(column * Columns, Columns);

    /// <summary>The design with the means taken off its numbers, since products of large numbers leave no digits for their spread; and what
    /// is still to be taken off, the means of one-hot columns.</summary>
    private (Design Design, double[] Left) Centred(Design design)
    {
        double[] left = [.. Means];
        var blocks = new List<DesignBlock>();
        foreach (DesignBlock block in design.Blocks)
        {
            if (block.Numbers is not { } numbers)
            {
                blocks.Add(block);
                continue;
            }
            left[block.Offset] = 0;
            blocks.Add(block with { Numbers = Array.ConvertAll(numbers, number => number - Means[block.Offset]) });
        }
        return (new Design(design.Rows, design.Columns, blocks), left);
    }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1.0);
        return ones;
    }
}
