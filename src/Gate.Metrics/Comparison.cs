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
}

/// <summary>What groups are compared with.</summary>
public enum CompareMethod
{
    /// <summary>With each other.</summary>
    BetweenGroups,

    /// <summary>With all rows (of the same control level).</summary>
    ToOverall,
}

/// <summary>How several parts (true and false positive rate) become one number.</summary>
public enum Aggregation
{
    /// <summary>The worst part: the largest difference, the smallest ratio.</summary>
    WorstCase,

    /// <summary>The mean of the parts.</summary>
    Mean,
}

/// <summary>A comparison of groups: Fairlearn's <c>MetricFrame.difference</c>, <c>ratio</c>, <c>group_min</c>, <c>group_max</c> and its named disparities.</summary>
/// <param name="Name">Its name: <c>selection_rate</c> compared by <c>ratio</c> is <c>selection_rate_ratio</c>.</param>
/// <param name="Kind">How values of groups become one number.</param>
/// <param name="Parts">The metrics compared; more than one for equalized odds.</param>
/// <param name="Method">What groups are compared with; no meaning for minimum and maximum.</param>
/// <param name="Aggregation">How several parts become one number.</param>
public sealed record Comparison(string Name, CompareKind Kind, IReadOnlyList<Metric> Parts, CompareMethod Method = CompareMethod.BetweenGroups, Aggregation Aggregation = Aggregation.WorstCase)
{
    /// <summary>Whether larger or smaller is better: a difference should be small, a ratio large, a minimum or maximum as its metric.</summary>
    public Direction Direction => Kind switch
    {
        CompareKind.Difference => Direction.LowerIsBetter,
        CompareKind.Ratio => Direction.HigherIsBetter,
        _ => Parts[0].Direction,
    };
}

/// <summary>The outcome of a comparison.</summary>
/// <param name="Worst">The value of the worst control level (largest difference, smallest ratio, …); of the only level without control. Levels without enough groups do not count, unless there is no other; undefined when any level that counts is undefined.</param>
/// <param name="WorstLevel">The index of that level; null when undefined.</param>
/// <param name="Levels">Each control level.</param>
public sealed record ComparisonResult(Measurement Worst, int? WorstLevel, IReadOnlyList<LevelComparison> Levels);

/// <summary>A comparison within one control level.</summary>
/// <param name="Level">The index of the level in <see cref="Grouping.Levels"/>.</param>
/// <param name="Value">The value of the level.</param>
/// <param name="Part">The metric that decided it (of equalized odds, the worse of the two).</param>
/// <param name="LowGroup">The group with the smallest value of that metric; null when undefined.</param>
/// <param name="HighGroup">The group with the largest value of that metric; null when undefined.</param>
public sealed record LevelComparison(int Level, Measurement Value, Metric Part, int? LowGroup, int? HighGroup);
