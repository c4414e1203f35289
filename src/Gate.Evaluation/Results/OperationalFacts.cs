namespace Gate.Evaluation.Results;

/// <summary>What the candidate costs to run. Times differ from run to run, so this stands in <see cref="RunFacts"/>.</summary>
/// <param name="ScoreSecondsPerRow">Seconds that scoring one row took, on average; null when nothing was scored in this run.</param>
/// <param name="ModelBytes">The size of the model as it is stored; null when it has none.</param>
/// <param name="TrainingSeconds">Seconds that training took; null when nothing was trained in this run.</param>
/// <param name="Rows">Rows that were scored to measure it.</param>
public sealed record OperationalFacts(double? ScoreSecondsPerRow, long? ModelBytes, double? TrainingSeconds, long Rows)
{
    /// <summary>How long the trials of a search took, in their order; null where there was no search.</summary>
    public IReadOnlyList<TrialTime>? Trials { get; init; }
}
