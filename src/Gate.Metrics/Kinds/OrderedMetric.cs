using Gate.Metrics.Rows;

namespace Gate.Metrics.Kinds;

/// <summary>
/// A metric of several facts of each row in some order: what <see cref="MeanMetric"/> (no order) and <see cref="RankedMetric"/> (label and
/// key only) cannot express. It may be computed once for each of several classes; it then is the weighted mean over them.
/// </summary>
internal abstract class OrderedMetric : Metric
{
    /// <summary>What rows are put in order by.</summary>
    internal virtual RowOrder Order => RowOrder.None;

    /// <summary>A second order of the same rows, if the metric needs one.</summary>
    internal virtual RowOrder? SecondOrder => null;

    /// <inheritdoc/>
    public override bool AsksEachClass => Order == RowOrder.ClassScore;

    /// <summary>How many facts of a row it reads.</summary>
    internal virtual int Terms => 1;

    /// <summary>The classes that it is computed for, one after the other; a single 0 where it is computed once.</summary>
    internal virtual IReadOnlyList<int> ClassesOf(Sample sample) =>
        Order == RowOrder.ClassScore ? [.. Enumerable.Range(0, sample.Classes.Count)] : [0];

    /// <summary>Writes the terms of one row.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="row">The row.</param>
    /// <param name="code">The class in turn.</param>
    /// <param name="terms">Where the terms go.</param>
    /// <returns>Why this row leaves the metric undefined, or null.</returns>
    internal abstract string? Read(Sample sample, int row, int code, Span<double> terms);

    /// <summary>The number of bins of equal width from 0 to 1, for a metric that reads nothing but the sums of weight, weight × key and
    /// weight × term over each bin of the keys; null for a metric that needs each row.</summary>
    internal virtual int? EqualWidthBins => null;

    /// <summary>Computes the metric (for the class in turn) from rows in order.</summary>
    internal abstract MetricValue Compute(OrderedRows rows);

    /// <summary>How much the class in turn counts in the mean over the classes.</summary>
    internal virtual double ClassWeight(OrderedRows rows) => 1;
}

/// <summary>Rows in order. A weight may be 0 (a bootstrap replicate that did not draw the row).</summary>
/// <param name="sequence">The order.</param>
/// <param name="scope">The scope whose rows these are.</param>
/// <param name="terms">The terms of all rows, each in the order of the sequence.</param>
/// <param name="second">The positions of the scope's rows by the second order; empty where there is none.</param>
/// <param name="weights">The weights of the scope's rows.</param>
internal readonly ref struct OrderedRows(RowSequence sequence, int scope, double[][] terms, ReadOnlySpan<int> second,
    ReadOnlySpan<double> weights)
{
    private readonly int from = sequence.Start[scope];

    /// <summary>The weights.</summary>
    public ReadOnlySpan<double> Weights { get; } = weights;

    /// <summary>The positions of the rows in these spans, by the second order.</summary>
    public ReadOnlySpan<int> Second { get; } = second;

    /// <summary>What the rows are in order of; all 0 without an order.</summary>
    public ReadOnlySpan<double> Keys => sequence.Keys.AsSpan(from, Weights.Length);

    /// <summary>Whether the next row has another key.</summary>
    public ReadOnlySpan<bool> EndsTie => sequence.EndsTie.AsSpan(from, Weights.Length);

    /// <summary>One term of every row.</summary>
    public ReadOnlySpan<double> Term(int term) => terms[term].AsSpan(from, Weights.Length);

    /// <summary>The sum of the weights.</summary>
    public double Total()
    {
        double sum = 0;
        foreach (double weight in Weights) sum += weight;
        return sum;
    }
}
