namespace Gate.Metrics;

/// <summary>What stands behind a group's numbers. Counts are of rows, whatever their weight.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Weight">The sum of the rows' weights; equal to <paramref name="Count"/> without weights.</param>
/// <param name="Positives">Rows whose label is positive; null outside binary classification.</param>
/// <param name="Negatives">Rows whose label is negative; null outside binary classification.</param>
/// <param name="PredictedPositives">Rows predicted positive; null outside binary classification or without predictions.</param>
public sealed record GroupCounts(long Count, double Weight, long? Positives, long? Negatives, long? PredictedPositives);
