namespace Gate.Models.Trees;

/// <summary>
/// What a tree predicts, seen through additive statistics: a bin is <see cref="Stride"/> numbers, of which the last is the number of rows
/// and the others are the criterion's own. Bins of disjoint rows add up.
/// </summary>
internal abstract class TreeTarget
{
    /// <summary>How many numbers a bin has.</summary>
    public abstract int Stride { get; }

    /// <summary>How many numbers a node's value has.</summary>
    public abstract int Values { get; }

    /// <summary>Adds each row to its bin.</summary>
    /// <param name="rows">Row numbers.</param>
    /// <param name="binOf">The number of the bin of each, by position in <paramref name="rows"/>.</param>
    /// <param name="bins">All bins, one after another.</param>
    public abstract void Accumulate(ReadOnlySpan<int> rows, ReadOnlySpan<int> binOf, Span<double> bins);

    /// <summary>Describes the node made of <paramref name="rows"/>.</summary>
    public abstract NodeSummary Summarise(ReadOnlySpan<int> rows, Span<double> value);

    /// <summary>The weight of the rows of a bin.</summary>
    public abstract double Weight(ReadOnlySpan<double> bin);

    /// <summary>By how much the weighted impurity falls when <paramref name="node"/> is parted into two bins.</summary>
    public abstract double Gain(in NodeSummary node, ReadOnlySpan<double> left, ReadOnlySpan<double> right);
}

/// <summary>A node before it is split.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Loss">The impurity times the weight.</param>
/// <param name="Sums">The node's statistics, as a bin.</param>
/// <param name="Noise">Two gains nearer than this are the same up to rounding.</param>
internal readonly record struct NodeSummary(int Rows, double Weight, double Loss, double[] Sums, double Noise)
{
    /// <summary>The impurity of the node.</summary>
    public double Impurity => Loss / Weight;

    /// <summary>Whether nothing is left to separate; the tolerance is scikit-learn's, the machine epsilon.</summary>
    public bool IsPure => Impurity <= 2.220446049250313e-16;
}
