namespace Gate.Metrics;

/// <summary>What a model said of the measured rows: <see cref="ClassOutput"/> or <see cref="NumberOutput"/>. Arrays are never
/// modified.</summary>
public abstract record ModelOutput
{
    private protected ModelOutput()
    {
    }

    /// <summary>The output of some of the rows, in the given order.</summary>
    /// <param name="rows">Row numbers.</param>
    /// <param name="all">How many rows there are now.</param>
    public abstract ModelOutput Take(int[] rows, int all);
}

/// <summary>The output of a classifier: class codes, scores, or both.</summary>
/// <param name="Codes">Predicted class codes, one a row; null when only scores are known.</param>
/// <param name="Scores">
/// Scores, or null when the model gives none. Binary: one a row, the score of the positive class. Multiclass: row-major, rows × classes.
/// Finite. Metrics that need probabilities (log loss, Brier) are undefined for scores outside 0 to 1.
/// </param>
public sealed record ClassOutput(int[]? Codes, double[]? Scores) : ModelOutput
{
    /// <inheritdoc/>
    public override ModelOutput Take(int[] rows, int all)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new ClassOutput(RowParts.Take(Codes, rows, all), RowParts.Take(Scores, rows, all));
    }
}

/// <summary>The output of a regression.</summary>
/// <param name="Values">Predicted values, one a row, finite.</param>
/// <param name="Ends">The ends of prediction intervals, or null when the model gives none.</param>
public sealed record NumberOutput(double[] Values, IntervalEnds? Ends) : ModelOutput
{
    /// <summary>Values without intervals.</summary>
    /// <param name="values">Predicted values, one a row.</param>
    public NumberOutput(double[] values)
        : this(values, null)
    {
    }

    /// <inheritdoc/>
    public override ModelOutput Take(int[] rows, int all)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new NumberOutput(RowParts.Take(Values, rows, all)!, Ends is null ? null : new IntervalEnds(
            RowParts.Take(Ends.Lower, rows, all)!, RowParts.Take(Ends.Upper, rows, all)!));
    }
}

/// <summary>The ends of prediction intervals, finite. A lower end above its upper leaves metrics of intervals undefined.</summary>
/// <param name="Lower">Lower ends, one a row.</param>
/// <param name="Upper">Upper ends, one a row.</param>
public sealed record IntervalEnds(double[] Lower, double[] Upper);
