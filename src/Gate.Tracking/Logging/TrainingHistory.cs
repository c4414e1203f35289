using Gate.Data;
using Gate.Evaluation.Inputs;
using Gate.Models;

namespace Gate.Tracking.Logging;

/// <summary>Keeps what the rounds of training said of themselves, and passes on all that it is told.</summary>
/// <param name="inner">Who is told.</param>
public sealed class TrainingHistory(IRunProgress inner) : IRunProgress
{
    private const string Training = "training ";
    private readonly List<TrainingProgress> rounds = [];
    private bool kept;

    /// <summary>The rounds of the candidate, the first of what the run trains.</summary>
    public IReadOnlyList<TrainingProgress> Rounds => rounds;

    /// <inheritdoc/>
    public void Begin(string stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        kept = rounds.Count == 0 && stage.StartsWith(Training, StringComparison.Ordinal);
        inner.Begin(stage);
    }

    /// <inheritdoc/>
    public void Read(ReadProgress progress) => inner.Read(progress);

    /// <inheritdoc/>
    public void Train(TrainingProgress progress)
    {
        if (kept) rounds.Add(progress);
        inner.Train(progress);
    }

    /// <inheritdoc/>
    public void Count(int done, int all, string what) => inner.Count(done, all, what);
}
