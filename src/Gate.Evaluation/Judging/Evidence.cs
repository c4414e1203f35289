using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

/// <summary>What was measured for one condition.</summary>
internal sealed record Evidence
{
    public required string Name { get; init; }

    /// <summary>Whether what was measured is a plain count, which has no interval and needs none.</summary>
    public bool IsExact { get; init; }

    public required Measurement Measured { get; init; }

    /// <summary>How much worse than the baseline, when the condition bounds it.</summary>
    public Measurement? Regression { get; init; }

    public MetricValue Baseline { get; init; }

    public Comparison? Comparison { get; init; }

    /// <summary>The metric that the groups' values are of; null without groups.</summary>
    public string? GroupMetric { get; init; }

    public required long Rows { get; init; }

    public IReadOnlyList<GroupFact> Groups { get; init; } = [];

    /// <summary>The groups with the smallest and the largest value in the deciding control level.</summary>
    public GroupFact? Lowest { get; init; }

    public GroupFact? Highest { get; init; }

    /// <summary>The deciding control level, in words; null without control.</summary>
    public string? Level { get; init; }

    /// <summary>The group that a reader should look at first: the one on the wrong side.</summary>
    public GroupFact? DecidedBy { get; init; }
}
