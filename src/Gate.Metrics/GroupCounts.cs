namespace Gate.Metrics;

/// <summary>What stands behind a group's numbers. Counts are of rows, whatever their weight.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Weight">The sum of the rows' weights; equal to <paramref name="Count"/> without weights.</param>
/// <param name="Positives">Rows whose label is positive; null outside binary classification.</param>
/// <param name="Negatives">Rows whose label is negative; null outside binary classification.</param>
/// <param name="PredictedPositives">Rows predicted positive; null outside binary classification or without predictions.</param>
public sealed record GroupCounts(long Count, double Weight, long? Positives, long? Negatives, long? PredictedPositives)
{
    /// <summary>How many rows of equal weight these rows are worth; null without weights, where that is their number.</summary>
    public EffectiveCounts? Effective { get; init; }
}

/// <summary>
/// Kish's effective sizes of weighted rows (L. Kish, Survey Sampling, 1965, 11.7): the square of the sum of weights over the sum of their
/// squares. At most the number of rows; equal to it, but for rounding, when all weights are equal; 1 where one row outweighs all others; 0
/// without any weight.
/// </summary>
/// <param name="Count">Of all rows.</param>
/// <param name="Positives">Of rows whose label is positive; null where <see cref="GroupCounts.Positives"/> is.</param>
/// <param name="Negatives">Of rows whose label is negative; null where <see cref="GroupCounts.Negatives"/> is.</param>
/// <param name="PredictedPositives">Of rows predicted positive; null where <see cref="GroupCounts.PredictedPositives"/> is.</param>
public sealed record EffectiveCounts(double Count, double? Positives, double? Negatives, double? PredictedPositives);
