using Gate.Metrics.Groups;

namespace Gate.Metrics;

/// <summary>How the values of groups become one number.</summary>
public enum CompareKind
{
    /// <summary>Largest minus smallest (between groups), or the largest distance to the overall value.</summary>
    Difference,

    /// <summary>Smallest over largest (between groups), or the smallest ratio to or from the overall value.</summary>
    Ratio,

    /// <summary>The smallest value.</summary>
    GroupMin,

    /// <summary>The largest value.</summary>
    GroupMax,

    /// <summary>One number of all groups together that is no comparison of their values, such as an entropy between groups.</summary>
    Joint,
}

/// <summary>What groups are compared with.</summary>
public enum CompareMethod
{
    /// <summary>With each other.</summary>
    BetweenGroups,

    /// <summary>With all rows (of the same control level).</summary>
    ToOverall,

    /// <summary>Every other group with one reference group: <see cref="Comparison.Reference"/>.</summary>
    ToReference,

    /// <summary>Each group with all other rows (of the same control level): Amazon SageMaker Clarify's facet against the rest.</summary>
    ToRest,
}

/// <summary>How several parts (true and false positive rate) become one number.</summary>
public enum Aggregation
{
    /// <summary>The worst part: the largest difference, the smallest ratio.</summary>
    WorstCase,

    /// <summary>The mean of the parts.</summary>
    Mean,
}

/// <summary>How the control levels of a comparison become one number.</summary>
public enum LevelSummary
{
    /// <summary>The worst level.</summary>
    Worst,

    /// <summary>The mean of the levels, each by the weight of its rows that take part.</summary>
    Weighted,
}

/// <summary>Which group is the reference.</summary>
public enum ReferenceKind
{
    /// <summary>The group with the most rows (of its control level; the first of equals).</summary>
    Largest,

    /// <summary>The group with the best value: the largest of a metric where larger is better or neither is, else the smallest.</summary>
    Best,

    /// <summary>The group with the worst value.</summary>
    Worst,

    /// <summary>The group with the given values.</summary>
    Named,
}

/// <summary>The reference group of a comparison.</summary>
/// <param name="Kind">Which group.</param>
/// <param name="Values">For <see cref="ReferenceKind.Named"/>: the value of each sensitive column, as
/// <see cref="GroupKey.Values"/>.</param>
public sealed record ReferenceGroup(ReferenceKind Kind, IReadOnlyList<string>? Values = null);

/// <summary>On which scale a regression from the baseline is measured.</summary>
public enum RegressionScale
{
    /// <summary>In the metric's own unit.</summary>
    Absolute,

    /// <summary>As a share of the absolute value of the baseline; undefined where the baseline is 0.</summary>
    Relative,
}

/// <summary>A comparison of groups: Fairlearn's <c>MetricFrame.difference</c>, <c>ratio</c>, <c>group_min</c>, <c>group_max</c> and its
/// named disparities.</summary>
/// <param name="Name">Its name: <c>selection_rate</c> compared by <c>ratio</c> is <c>selection_rate_ratio</c>.</param>
/// <param name="Kind">How values of groups become one number.</param>
/// <param name="Parts">The metrics compared; more than one for equalized odds.</param>
/// <param name="Method">What groups are compared with; no meaning for minimum and maximum.</param>
/// <param name="Aggregation">How several parts become one number.</param>
public sealed record Comparison(string Name, CompareKind Kind, IReadOnlyList<Metric> Parts,
    CompareMethod Method = CompareMethod.BetweenGroups, Aggregation Aggregation = Aggregation.WorstCase)
{
    /// <summary>The reference group; read by <see cref="CompareMethod.ToReference"/> only.</summary>
    public ReferenceGroup Reference { get; init; } = new(ReferenceKind.Largest);

    /// <summary>
    /// Whether the sign is kept, for comparisons with a reference or the rest: the value is then that of the group farthest away, reference
    /// minus group (ratio: group over reference, not folded at 1), as in Amazon SageMaker Clarify. Otherwise differences are absolute and
    /// ratios at most 1.
    /// </summary>
    public bool Signed { get; init; }

    /// <summary>How control levels become the number that is judged.</summary>
    public LevelSummary Levels { get; init; } = LevelSummary.Worst;

    /// <summary>Whether larger or smaller is better: a difference should be small, a ratio large, a minimum or maximum as its
    /// metric.</summary>
    public Direction Direction => Kind switch
    {
        CompareKind.Difference => Direction.LowerIsBetter,
        CompareKind.Ratio => Direction.HigherIsBetter,
        _ => Parts is [Metric first, ..] ? first.Direction : Direction.Neutral,
    };
}

/// <summary>The outcome of a comparison.</summary>
/// <param name="Worst">The value of the worst control level (largest difference, smallest ratio, …); of the only level without control.
/// Levels without enough groups do not count, unless there is no other; undefined when any level that counts is undefined.</param>
/// <param name="WorstLevel">The index of that level; null when undefined.</param>
/// <param name="Levels">Each control level.</param>
/// <param name="Weighted">The mean over the levels that count, each by the weight of its rows that take part; the same as
/// <paramref name="Worst"/> without control.</param>
public sealed record ComparisonResult(Measurement Worst, int? WorstLevel, IReadOnlyList<LevelComparison> Levels, Measurement Weighted);

/// <summary>A comparison within one control level.</summary>
/// <param name="Level">The index of the level in <see cref="Grouping.Levels"/>.</param>
/// <param name="Value">The value of the level.</param>
/// <param name="Part">The metric that decided it (of equalized odds, the worse of the two).</param>
/// <param name="LowGroup">The group with the smallest value of that metric; null when undefined.</param>
/// <param name="HighGroup">The group with the largest value of that metric; null when undefined.</param>
public sealed record LevelComparison(int Level, Measurement Value, Metric Part, int? LowGroup, int? HighGroup)
{
    /// <summary>Of differences and ratios to all rows, to a reference or to the rest: the group farthest from what it is compared with,
    /// which decided the value; the first of equals. Null elsewhere, and when undefined.</summary>
    public int? FarthestGroup { get; init; }
}
