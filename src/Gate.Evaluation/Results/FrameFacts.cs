namespace Gate.Evaluation.Results;

/// <summary>All metrics by group, for one list of sensitive columns.</summary>
/// <param name="By">The columns.</param>
/// <param name="Groups">The groups.</param>
/// <param name="Disparities">Difference and ratio of each metric, and the named disparities; computed on groups above the floor.</param>
public sealed record FrameFacts(IReadOnlyList<string> By, IReadOnlyList<FrameGroup> Groups, IReadOnlyList<DisparityFact> Disparities);

/// <summary>One group with all its metrics.</summary>
/// <param name="Label">The group for people.</param>
/// <param name="Key">The values by column.</param>
/// <param name="Count">Rows.</param>
/// <param name="Positives">Rows whose label is positive; null outside binary classification.</param>
/// <param name="Negatives">Rows whose label is negative; null outside binary classification.</param>
/// <param name="Excluded">Why it takes no part in disparities (below the evidence floor); null when it does.</param>
/// <param name="Metrics">The metrics, in the order of <see cref="GateResult.Overall"/>.</param>
public sealed record FrameGroup(string Label, IReadOnlyList<string> Key, long Count, long? Positives, long? Negatives, string? Excluded,
    IReadOnlyList<MetricFact> Metrics);

/// <summary>A disparity between the groups of a frame.</summary>
/// <param name="Name"><c>selection_rate_difference</c>, <c>equalized_odds_ratio</c>, …</param>
/// <param name="Estimate">The value; null when undefined.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="LowGroup">The label of the group with the smallest value.</param>
/// <param name="HighGroup">The label of the group with the largest value.</param>
public sealed record DisparityFact(string Name, double? Estimate, string? Undefined, IntervalFact? Interval, string? LowGroup,
    string? HighGroup)
{
    /// <summary>What it is measured in, as <see cref="Finding.Unit"/>.</summary>
    public string? Unit { get; init; }
}

/// <summary>A metric's value.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Estimate">The value; null when undefined.</param>
/// <param name="Undefined">Why it is undefined.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="Direction"><c>higher</c>, <c>lower</c> or <c>neutral</c>: which is better.</param>
/// <param name="Baseline">The baseline's value; null without baseline or when undefined.</param>
public sealed record MetricFact(string Metric, double? Estimate, string? Undefined, IntervalFact? Interval, string Direction,
    double? Baseline)
{
    /// <summary>What it is measured in, as <see cref="Finding.Unit"/>.</summary>
    public string? Unit { get; init; }
}

/// <summary>A confusion matrix of row counts: true class by predicted class.</summary>
/// <param name="Classes">The classes, in order; for a binary task [negative, positive].</param>
/// <param name="Counts">One list a true class, one count a predicted class.</param>
public sealed record ConfusionFacts(IReadOnlyList<string> Classes, IReadOnlyList<IReadOnlyList<long>> Counts)
{
    /// <summary>The same of the groups of each single sensitive column, the largest ones that are above the evidence floor; empty where
    /// there are many classes.</summary>
    public IReadOnlyList<GroupConfusions> Groups { get; init; } = [];
}

/// <summary>The confusion matrices of one sensitive column's groups.</summary>
/// <param name="By">The column.</param>
/// <param name="Groups">One matrix a group.</param>
public sealed record GroupConfusions(string By, IReadOnlyList<GroupConfusion> Groups);

/// <summary>The confusion matrix of one group.</summary>
/// <param name="Label">The group.</param>
/// <param name="Count">Its rows.</param>
/// <param name="Counts">One list a true class, one count a predicted class.</param>
public sealed record GroupConfusion(string Label, long Count, IReadOnlyList<IReadOnlyList<long>> Counts);
