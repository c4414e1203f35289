using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Evidence out of a frame of metrics by group, with what its sentence needs to know of the groups.</summary>
internal sealed record FrameEvidence : Evidence
{
    /// <summary>The comparison of groups; null for a metric of all rows and where each group is compared with the baseline.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Whether each group is compared with the baseline on its own.</summary>
    public bool IsEach { get; init; }

    /// <summary>The groups with the smallest and the largest value in the deciding control level.</summary>
    public GroupFact? Lowest { get; init; }

    public GroupFact? Highest { get; init; }

    /// <summary>Whether what was measured reads single rows, and not only their counts.</summary>
    public bool NeedsRows { get; init; }

    /// <summary>The deciding control level, in words; null without control, and where the levels' mean decides.</summary>
    public string? Level { get; init; }

    /// <summary>The evidence with its words: what the comparison is called in the result, and the sentences.</summary>
    public Evidence Told(ConditionSpec condition) => this with
    {
        Compare = IsEach ? ComparisonWords.Word(CompareSpec.Each) : Comparison is null ? null : ComparisonWords.Word(Comparison.Kind),
        Method = Comparison is { } compared && ComparisonWords.HasMethod(compared) ? ComparisonWords.Word(compared.Method) : null,
        Reference = ComparisonWords.Reference(Comparison),
        Subject = FrameSentence.Subject(condition, this),
        Brief = FrameBrief.Of(condition, this),
        Behind = FrameSentence.Behind(condition, this),
        LeftOut = FrameSentence.LeftOut(condition, Groups),
    };
}
