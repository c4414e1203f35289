namespace Gate.Policy.Document;

/// <summary>What a search for a model asks of the policy.</summary>
public enum SubjectToSpec
{
    /// <summary>The policy's own conditions on rows.</summary>
    Conditions,
}

/// <summary>A search over learners and their parameters (<c>algorithm: auto</c>).</summary>
public sealed record SearchSpec
{
    /// <summary>How many sets of parameters are tried where the policy does not say.</summary>
    public const int DefaultTrials = 30;

    /// <summary>How many folds there are where the policy does not say.</summary>
    public const int DefaultFolds = 5;

    /// <summary>The metric that decides; null for the task's own.</summary>
    public string? PrimaryMetric { get; init; }

    /// <summary>How many minutes the search may take; null for as many as its trials take.</summary>
    public double? TimeoutMinutes { get; init; }

    /// <summary>How many minutes one trial may take; null for a quarter of <see cref="TimeoutMinutes"/>.</summary>
    public double? TrialTimeoutMinutes { get; init; }

    /// <summary>How many sets of parameters are tried.</summary>
    public int MaxTrials { get; init; } = DefaultTrials;

    /// <summary>The learners; empty for all that serve the task, but for the dummy.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>How many folds.</summary>
    public int Folds { get; init; } = DefaultFolds;

    /// <summary>Whether boosting stops early on a part of its own training rows.</summary>
    public bool EarlyStopping { get; init; } = true;

    /// <summary>Whether an average of several models may be chosen.</summary>
    public bool Ensemble { get; init; } = true;

    /// <summary>What a model has to satisfy to be chosen before others; null for nothing.</summary>
    public SubjectToSpec? SubjectTo { get; init; }
}
