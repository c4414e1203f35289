using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring;

/// <summary>What a source of evidence measured for one condition: numbers to judge, the words that say them, and the groups behind
/// them.</summary>
internal record Evidence
{
    /// <summary>The metric's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether what was measured is certain (a count, a size): it has no interval and needs none.</summary>
    public bool IsExact { get; init; }

    /// <summary>The value first, then the regressions that the condition bounds.</summary>
    public required IReadOnlyList<EvidencePart> Parts { get; init; }

    /// <summary>What was measured, in words: the subject of the finding's sentence.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What was found as a clause with its number, for one short line, such as <c>recall of afam = yes is 0.68 times that of
    /// afam = no</c>; null where the subject and the value say it.</summary>
    public string? Brief { get; init; }

    /// <summary>What the value is measured in, as the result writes it.</summary>
    public required string Unit { get; init; }

    /// <summary>The same measurement with more rows like these; null where rows decide nothing.</summary>
    public MoreRows? More { get; init; }

    /// <summary>Sentences that follow the bounds where the value is defined, each with a space before it.</summary>
    public string Behind { get; init; } = "";

    /// <summary>A sentence on what was left out, with a space before it; empty where nothing was.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>The evidence floor's reason where that alone makes it undefined; else null.</summary>
    public string? BelowFloor { get; init; }

    public Measurement Measured => Parts[0].Measured;

    public Measurement? Regression => Part(PartKind.Regression);

    public Measurement? RelativeRegression => Part(PartKind.RelativeRegression);

    /// <summary>The baseline's value; null where no regression was measured.</summary>
    public MetricValue? Baseline { get; init; }

    /// <summary>How groups are compared, as the result writes it; null without groups.</summary>
    public string? Compare { get; init; }

    /// <summary>What groups are compared with, as the result writes it; null where nothing is.</summary>
    public string? Method { get; init; }

    /// <summary>The reference group, as the result writes it; null without one.</summary>
    public string? Reference { get; init; }

    /// <summary>The metric that the groups' values are of; null without groups.</summary>
    public string? GroupMetric { get; init; }

    public required long Rows { get; init; }

    public IReadOnlyList<GroupFact> Groups { get; init; } = [];

    /// <summary>Both summaries of the control levels; null without control.</summary>
    public LevelsFact? Levels { get; init; }

    /// <summary>The group that a reader should look at first: the one on the wrong side.</summary>
    public GroupFact? DecidedBy { get; init; }

    /// <summary>The parts of something that is undefined before anything is measured.</summary>
    public static IReadOnlyList<EvidencePart> Undefined(ConditionSpec condition, string reason)
    {
        EvidencePart Part(PartKind kind) =>
            new(kind, new(MetricValue.Missing(reason), null), null, null, _ => new(MetricValue.Missing(reason), null));
        var parts = new List<EvidencePart> { Part(PartKind.Value) };
        if (condition.MaxRegression is not null) parts.Add(Part(PartKind.Regression));
        if (condition.MaxRelativeRegression is not null) parts.Add(Part(PartKind.RelativeRegression));
        return parts;
    }

    private Measurement? Part(PartKind kind) => Parts.FirstOrDefault(part => part.Kind == kind)?.Measured;
}
