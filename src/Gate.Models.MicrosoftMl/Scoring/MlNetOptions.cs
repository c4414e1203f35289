using Gate.Data;

namespace Gate.Models.MicrosoftMl.Scoring;

/// <summary>How a model of ML.NET is read.</summary>
/// <param name="Task">The task.</param>
/// <param name="Classes">The task's classes by code; for a binary task [negative, positive]; empty for regression.</param>
/// <param name="Features">The columns that it may read, in their order.</param>
/// <param name="Start">Starts a process in which <see cref="Worker.ScoringLoop"/> runs.</param>
public sealed record MlNetOptions(TaskType Task, IReadOnlyList<string> Classes, IReadOnlyList<string> Features, Func<IScoringProcess> Start)
{
    /// <summary>Columns in the order of the model's own; empty: by name.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns by the name in the model.</summary>
    public IReadOnlyDictionary<string, string> ColumnsByInput { get; init; } = new Dictionary<string, string>();

    /// <summary>The task's classes in the model's order, where the policy says them: of two classes false and true.</summary>
    public IReadOnlyList<string> ModelClasses { get; init; } = [];

    /// <summary>How long loading may take.</summary>
    public TimeSpan LoadLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the scores of one batch of rows may take.</summary>
    public TimeSpan BatchLimit { get; init; } = TimeSpan.FromSeconds(120);
}
