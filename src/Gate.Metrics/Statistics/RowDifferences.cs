namespace Gate.Metrics.Statistics;

/// <summary>Whether two models say different things of a row, as far as a metric reads them.</summary>
internal sealed class RowDifferences
{
    private readonly int rows;
    private readonly (int[] One, int[] Other)? classes;
    private readonly List<(double[] One, double[] Other)> numbers = [];

    /// <summary>Picks what is compared.</summary>
    /// <param name="read">What the metric reads.</param>
    /// <param name="one">The rows as the one model sees them.</param>
    /// <param name="other">The same rows as the other does.</param>
    public RowDifferences(MetricInputs read, Sample one, Sample other)
    {
        rows = one.Rows;
        if ((read & (MetricInputs.Predictions | MetricInputs.Values)) != 0 && one.Predictions is int[] codes
            && other.Predictions is int[] others) classes = (codes, others);
        if (read.HasFlag(MetricInputs.Scores)) Add(one.Scores, other.Scores);
        if (read.HasFlag(MetricInputs.Values)) Add(one.Estimates, other.Estimates);
        if (!read.HasFlag(MetricInputs.IntervalEnds)) return;
        Add(one.Lower, other.Lower);
        Add(one.Upper, other.Upper);
    }

    /// <summary>Whether they differ in a row.</summary>
    public bool At(int row)
    {
        if (classes is { } codes && codes.One[row] != codes.Other[row]) return true;
        foreach ((double[] own, double[] others) in numbers)
            if (!Part(own, row).SequenceEqual(Part(others, row))) return true;
        return false;
    }

    private void Add(double[]? one, double[]? other)
    {
        if (one is not null && other is not null) numbers.Add((one, other));
    }

    private ReadOnlySpan<double> Part(double[] values, int row)
    {
        int width = values.Length / rows;
        return values.AsSpan(row * width, width);
    }
}
