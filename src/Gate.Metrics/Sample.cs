using Gate.Data;

namespace Gate.Metrics;

/// <summary>The rows that are measured: what was true, what the model said, and how much each row counts. Arrays are never
/// modified.</summary>
public sealed record Sample
{
    /// <summary>What the model predicts.</summary>
    public required TaskType Task { get; init; }

    /// <summary>The number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The names of the classes by code; for a binary task [negative, positive]; empty for regression.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>True class codes, one a row; null for regression.</summary>
    public int[]? Labels { get; init; }

    /// <summary>Predicted class codes, one a row; null for regression or when only scores are known.</summary>
    public int[]? Predictions { get; init; }

    /// <summary>
    /// Scores, or null when the model gives none. Binary: one a row, the score of the positive class. Multiclass: row-major, rows ×
    /// classes. Finite. Metrics that need probabilities (log loss, Brier) are undefined for scores outside 0 to 1.
    /// </summary>
    public double[]? Scores { get; init; }

    /// <summary>True values, one a row; null for classification.</summary>
    public double[]? Targets { get; init; }

    /// <summary>Predicted values, one a row; null for classification.</summary>
    public double[]? Estimates { get; init; }

    /// <summary>Lower ends of prediction intervals, one a row, or null; regression only.</summary>
    public double[]? Lower { get; init; }

    /// <summary>Upper ends of prediction intervals, one a row, or null; regression only.</summary>
    public double[]? Upper { get; init; }

    /// <summary>The features of each row as numbers, row-major (rows × any width), or null: read only by metrics of similar rows, such as
    /// consistency.</summary>
    public double[]? Features { get; init; }

    /// <summary>Sample weights, finite and not negative, one a row; null when each row counts 1.</summary>
    public double[]? Weights { get; init; }

    /// <summary>The code of the positive class in a binary task.</summary>
    public const int Positive = 1;

    /// <summary>The same sample with some of its rows, in the given order.</summary>
    /// <param name="rows">Row numbers.</param>
    public Sample Take(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return this with
        {
            Rows = rows.Length,
            Labels = Of(Labels), Predictions = Of(Predictions), Scores = Of(Scores), Targets = Of(Targets), Estimates = Of(Estimates),
            Lower = Of(Lower), Upper = Of(Upper), Features = Of(Features), Weights = Of(Weights),
        };

        T[]? Of<T>(T[]? values)
        {
            if (values is null || Rows == 0) return values;
            int width = values.Length / Rows;
            var taken = new T[rows.Length * width];
            for (int i = 0; i < rows.Length; i++) values.AsSpan(rows[i] * width, width).CopyTo(taken.AsSpan(i * width, width));
            return taken;
        }
    }
}
