using Gate.Evaluation.Results;
using Gate.Metrics;

namespace Gate.Evaluation.Judging;

/// <summary>What was measured for one condition.</summary>
internal sealed record Evidence
{
    /// <summary>The metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether what was measured is a plain count, which has no interval and needs none.</summary>
    public bool IsExact { get; init; }

    /// <summary>The value first, then the regressions that the condition bounds.</summary>
    public required IReadOnlyList<JudgedPart> Parts { get; init; }

    public Measurement Measured => Parts[0].Measured;

    public Measurement? Regression => Part(PartKind.Regression);

    public Measurement? RelativeRegression => Part(PartKind.RelativeRegression);

    public MetricValue Baseline { get; init; }

    public Comparison? Comparison { get; init; }

    /// <summary>Whether each group is compared with the baseline on its own.</summary>
    public bool IsEach { get; init; }

    /// <summary>The metric that the groups' values are of; null without groups.</summary>
    public string? GroupMetric { get; init; }

    public required long Rows { get; init; }

    public IReadOnlyList<GroupFact> Groups { get; init; } = [];

    /// <summary>The groups with the smallest and the largest value in the deciding control level.</summary>
    public GroupFact? Lowest { get; init; }

    public GroupFact? Highest { get; init; }

    /// <summary>The deciding control level, in words; null without control, and where the levels' mean decides.</summary>
    public string? Level { get; init; }

    /// <summary>Both summaries of the control levels; null without control.</summary>
    public LevelsFact? Levels { get; init; }

    /// <summary>The group that a reader should look at first: the one on the wrong side.</summary>
    public GroupFact? DecidedBy { get; init; }

    /// <summary>Evidence of something that is undefined before anything is measured.</summary>
    public static Evidence Missing(string name, string reason, long rows, bool regression, bool relative)
    {
        JudgedPart Undefined(PartKind kind) =>
            new(kind, new(MetricValue.Missing(reason), null), null, null, _ => new(MetricValue.Missing(reason), null));
        return new()
        {
            Name = name,
            Parts = [Undefined(PartKind.Value), .. regression ? [Undefined(PartKind.Regression)] : Array.Empty<JudgedPart>(),
                .. relative ? [Undefined(PartKind.RelativeRegression)] : Array.Empty<JudgedPart>()],
            Rows = rows,
        };
    }

    private Measurement? Part(PartKind kind) => Parts.FirstOrDefault(part => part.Kind == kind)?.Measured;
}
