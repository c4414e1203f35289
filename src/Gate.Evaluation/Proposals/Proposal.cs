using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>A policy proposed for data that nobody has described.</summary>
internal sealed record Proposal
{
    public required string Name { get; init; }

    public required string Source { get; init; }

    public required TaskType Task { get; init; }

    public required string Label { get; init; }

    /// <summary>Whether some rows have no label; they are left out.</summary>
    public bool LabelIsMissing { get; init; }

    /// <summary>The positive class of a binary task, and the other one.</summary>
    public string? Positive { get; init; }

    public string? Negative { get; init; }

    public required IReadOnlyList<ProposedSensitive> Sensitive { get; init; }

    public string? SplitColumn { get; init; }

    public required IReadOnlyList<string> Exclude { get; init; }

    public required string Algorithm { get; init; }

    /// <summary>The digests of the files, by their paths.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Digests { get; init; } = [];

    public IReadOnlyList<ProposedCondition> Conditions { get; init; } = [];
}

/// <summary>A sensitive column; numeric ones with bins.</summary>
internal sealed record ProposedSensitive(string Column, IReadOnlyList<double>? Bins, string As);

/// <summary>A condition with a bound at the level of the first run.</summary>
internal sealed record ProposedCondition(string Metric, string? By, string? Compare, string Key, double? Bound, string Comment);
