using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>A policy proposed for data that nobody has described.</summary>
internal sealed record Proposal
{
    public required string Name { get; init; }

    public required string Source { get; init; }

    public required TaskType Task { get; init; }

    /// <summary>The task's reason.</summary>
    public required string TaskReason { get; init; }

    public required string Label { get; init; }

    /// <summary>Why it is the label; null when the user said so.</summary>
    public string? LabelReason { get; init; }

    /// <summary>What rows are measured, in SQL; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>The positive class of a binary task, the other one, and why.</summary>
    public string? Positive { get; init; }

    public string? Negative { get; init; }

    public string? PositiveReason { get; init; }

    /// <summary>Whether the positive class is the one that nobody wishes for: the only score is of it.</summary>
    public bool PositiveIsHarm { get; init; }

    public required IReadOnlyList<ProposedSensitive> Sensitive { get; init; }

    public GuessedColumn? Weight { get; init; }

    public GuessedColumn? Split { get; init; }

    /// <summary>The columns that are no features, with the reasons.</summary>
    public required IReadOnlyList<GuessedColumn> Exclude { get; init; }

    /// <summary>What a model has said already; null where one is trained.</summary>
    public ProposedOutput? Output { get; init; }

    /// <summary>Whether no column is left that a model could learn from, and none holds what one has said.</summary>
    public bool NothingToLearn { get; init; }

    /// <summary>The digests of the files, by their paths.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Digests { get; init; } = [];

    public IReadOnlyList<ProposedCondition> Conditions { get; init; } = [];
}

/// <summary>A sensitive column; numeric ones with bins.</summary>
internal sealed record ProposedSensitive(string Column, IReadOnlyList<double>? Bins, string As, string Reason);

/// <summary>Columns of what a model has said.</summary>
internal sealed record ProposedOutput
{
    public string? Prediction { get; init; }

    /// <summary>The column of scores by class; of a binary task one of no class.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Score { get; init; } = [];

    public string? Lower { get; init; }

    public string? Upper { get; init; }

    /// <summary>The word of <c>score_type</c> for scores that are no probabilities.</summary>
    public string? ScoreType { get; init; }

    public double? Threshold { get; init; }

    /// <summary>Of a binary task, the class whose score it is, and what says so.</summary>
    public string? IsOf { get; init; }

    public string? Evidence { get; init; }
}

/// <summary>A condition with a bound that stands for a norm, or for a margin over the dummy.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="By">The sensitive column whose groups are compared, or null.</param>
/// <param name="Compare">How, or null.</param>
/// <param name="Key"><c>min</c> or <c>max</c>.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Reason">Where the bound comes from.</param>
/// <param name="IsNorm">Whether it is a norm that others hold to, and no guess.</param>
/// <param name="Today">How the first run stands to it, in words.</param>
/// <param name="Judged">Whether it is judged; what is not defined today is only reported.</param>
internal sealed record ProposedCondition(string Metric, string? By, string? Compare, string Key, double Bound, string Reason,
    bool IsNorm = false, string Today = "", bool Judged = true);
