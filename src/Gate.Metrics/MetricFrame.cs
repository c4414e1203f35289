namespace Gate.Metrics;

/// <summary>How intervals are made.</summary>
/// <param name="Confidence">The nominal coverage, such as 0.95.</param>
/// <param name="Replicates">The number of bootstrap replicates.</param>
/// <param name="Seed">The seed of the bootstrap; same seed, same replicates, whatever the number of threads.</param>
/// <param name="Threads">How many threads may work; 0 for all cores.</param>
public sealed record FrameOptions(double Confidence = 0.95, int Replicates = 1000, ulong Seed = 0, int Threads = 0);

/// <summary>What stands behind a group's numbers. Counts are of rows, whatever their weight.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Weight">The sum of the rows' weights; equal to <paramref name="Count"/> without weights.</param>
/// <param name="Positives">Rows whose label is positive; null outside binary classification.</param>
/// <param name="Negatives">Rows whose label is negative; null outside binary classification.</param>
/// <param name="PredictedPositives">Rows predicted positive; null outside binary classification or without predictions.</param>
public sealed record GroupCounts(long Count, double Weight, long? Positives, long? Negatives, long? PredictedPositives);

/// <summary>
/// Metrics by group, as Fairlearn's <c>MetricFrame</c>, computed from statistics that are gathered once. With a baseline the same rows are
/// gathered for both models together, so that their difference is judged on paired replicates.
/// </summary>
public sealed class MetricFrame
{
    /// <summary>Gathers the statistics of a sample by group, in one pass for all count-based metrics.</summary>
    /// <param name="sample">The candidate's rows.</param>
    /// <param name="grouping">The groups of the same rows.</param>
    /// <param name="options">How intervals are made.</param>
    /// <param name="baseline">The same rows as the baseline model sees them (same labels, weights and order), or null.</param>
    /// <param name="cancel">Stops the work.</param>
    public static MetricFrame Gather(Sample sample, Grouping grouping, FrameOptions options, Sample? baseline = null, CancellationToken cancel = default) => throw new NotImplementedException();

    /// <summary>What stands behind all rows.</summary>
    public GroupCounts Overall => throw new NotImplementedException();

    /// <summary>What stands behind each group of the grouping.</summary>
    public IReadOnlyList<GroupCounts> Groups => throw new NotImplementedException();

    /// <summary>A metric over all rows.</summary>
    /// <param name="metric">A metric whose task and input the sample serves; else the value is undefined with the reason (<c>the model gives no scores</c>).</param>
    public Measurement Measure(Metric metric) => throw new NotImplementedException();

    /// <summary>A metric in each group, by group index.</summary>
    /// <param name="metric">The metric.</param>
    public IReadOnlyList<Measurement> MeasureGroups(Metric metric) => throw new NotImplementedException();

    /// <summary>Compares groups within each control level.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="included">One flag a group: whether it takes part (groups below the evidence floor do not). Fewer than two included groups of a level make a difference or ratio between groups undefined there; none makes anything undefined. An undefined metric of an included group makes the level undefined, naming the group.</param>
    public ComparisonResult Compare(Comparison comparison, IReadOnlyList<bool> included) => throw new NotImplementedException();

    /// <summary>How much worse the candidate is than the baseline over all rows, in the metric's own unit: positive is worse, whichever direction is better.</summary>
    /// <param name="metric">A metric with a direction.</param>
    /// <exception cref="InvalidOperationException">There is no baseline, or the metric is neutral.</exception>
    public Measurement Regression(Metric metric) => throw new NotImplementedException();

    /// <summary>The same in each group, by group index.</summary>
    /// <param name="metric">A metric with a direction.</param>
    public IReadOnlyList<Measurement> RegressionOfGroups(Metric metric) => throw new NotImplementedException();

    /// <summary>How much worse the candidate's comparison of groups is than the baseline's: positive is worse.</summary>
    /// <param name="comparison">What is compared; one with a direction.</param>
    /// <param name="included">One flag a group, as in <see cref="Compare"/>.</param>
    public Measurement Regression(Comparison comparison, IReadOnlyList<bool> included) => throw new NotImplementedException();

    /// <summary>A comparison as the baseline has it, on the same rows and groups.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="included">One flag a group, as in <see cref="Compare"/>.</param>
    public ComparisonResult CompareBaseline(Comparison comparison, IReadOnlyList<bool> included) => throw new NotImplementedException();

    /// <summary>A metric of the baseline over all rows.</summary>
    /// <param name="metric">The metric.</param>
    public Measurement MeasureBaseline(Metric metric) => throw new NotImplementedException();
}
