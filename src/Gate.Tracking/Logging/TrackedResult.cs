using Gate.Evaluation.Results;
using Gate.Models;

namespace Gate.Tracking.Logging;

/// <summary>A result that becomes a run.</summary>
/// <param name="Result">The result.</param>
/// <param name="Experiment">The experiment; made where there is none.</param>
public sealed record TrackedResult(GateResult Result, string Experiment)
{
    /// <summary>The run's name; null for the policy's name and the time.</summary>
    public string? RunName { get; init; }

    /// <summary>Tags of the policy.</summary>
    public IReadOnlyList<RunText> Tags { get; init; } = [];

    /// <summary>Artifacts: their paths below the run's, and their bytes.</summary>
    public IReadOnlyList<(string Path, byte[] Content)> Artifacts { get; init; } = [];

    /// <summary>What the rounds of training said of themselves.</summary>
    public IReadOnlyList<TrainingProgress> Rounds { get; init; } = [];

    /// <summary>Text of the run's page in MLflow, in Markdown; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>When the run began, in milliseconds since 1970 in UTC.</summary>
    public required long Started { get; init; }
}
