namespace Gate.Evaluation.Results;

/// <summary>A search for a model (<c>algorithm: auto</c>), on training rows alone.</summary>
public sealed record SearchFacts
{
    /// <summary>The metric that decided, averaged over the folds.</summary>
    public required string PrimaryMetric { get; init; }

    /// <summary><c>higher</c> or <c>lower</c>: which values of it are better.</summary>
    public required string Direction { get; init; }

    /// <summary>In how many folds the rows were cross-validated.</summary>
    public required int Folds { get; init; }

    /// <summary>How many rows each rung of the search had; the last is all training rows.</summary>
    public required IReadOnlyList<long> Rungs { get; init; }

    /// <summary><c>trials</c>; or <c>time</c>, where the time was over before, so that another run may find another model.</summary>
    public required string BoundedBy { get; init; }

    /// <summary><c>conditions</c>, where models that satisfy the policy's conditions went before others; else null.</summary>
    public string? SubjectTo { get; init; }

    /// <summary>The trials, the best first: those on all rows, then those that an earlier rung ended, then those that failed.</summary>
    public required IReadOnlyList<LeaderboardEntry> Leaderboard { get; init; }
}

/// <summary>One trial of a search, or an average of several.</summary>
public sealed record LeaderboardEntry
{
    /// <summary>The trial's number; null for an average.</summary>
    public int? Trial { get; init; }

    /// <summary>The learner; <c>ensemble</c> for an average.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The parameters that differ from the learner's defaults; of an average the trials with their shares.</summary>
    public required IReadOnlyList<NamedText> Parameters { get; init; }

    /// <summary>Whether it is the model that was chosen.</summary>
    public bool Chosen { get; init; }

    /// <summary>On how many rows it was cross-validated last.</summary>
    public required long Rows { get; init; }

    /// <summary>The mean of the primary metric over the folds; null where it failed.</summary>
    public double? Estimate { get; init; }

    /// <summary>The standard error of that mean; null where it failed.</summary>
    public double? StandardError { get; init; }

    /// <summary>All metrics of the task on the cross-validated rows, with intervals; empty for what was not among the best.</summary>
    public IReadOnlyList<MetricFact> Metrics { get; init; } = [];

    /// <summary>The policy's conditions on rows, measured on the cross-validated rows; empty for what was not among the best.</summary>
    public IReadOnlyList<TrialCondition> Conditions { get; init; } = [];

    /// <summary>How far the worst comparison of groups lies beyond its bound, in its own unit; 0 and below where all keep to theirs. Null
    /// without such a condition.</summary>
    public double? Excess { get; init; }

    /// <summary>Whether no other is better both in the primary metric and in <see cref="Excess"/>.</summary>
    public bool OnFront { get; init; }

    /// <summary>How large a model is, on average over the folds, in bytes; null where it has no size.</summary>
    public long? Bytes { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Failed { get; init; }
}

/// <summary>What one condition of the policy says of a trial.</summary>
/// <param name="Id">The condition.</param>
/// <param name="Estimate">The value; null where it is not defined.</param>
/// <param name="Interval">Its interval; null where there is none.</param>
/// <param name="Keeps">Whether the value alone keeps to the condition's bounds; null where it is not defined or has none.</param>
/// <param name="Verdict">What it would mean for the run.</param>
public sealed record TrialCondition(string Id, double? Estimate, IntervalFact? Interval, bool? Keeps, Verdict Verdict);

/// <summary>How long a trial took, over all folds and rungs' last; it stands apart, since it differs from run to run.</summary>
/// <param name="Trial">Its number.</param>
/// <param name="FitSeconds">Training.</param>
/// <param name="ScoreSeconds">Scoring the rows that were kept back.</param>
public sealed record TrialTime(int Trial, double? FitSeconds, double? ScoreSeconds);
