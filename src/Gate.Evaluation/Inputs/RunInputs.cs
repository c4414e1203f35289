using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Models;
using Gate.Models.MicrosoftMl.Scoring;
using Gate.Models.Remote;
using Gate.Policy.Document;

namespace Gate.Evaluation.Inputs;

/// <summary>Everything that a run depends on besides the files that its policy names.</summary>
public sealed record RunInputs
{
    /// <summary>The policy, checked.</summary>
    public required PolicyDocument Policy { get; init; }

    /// <summary>The policy's bytes, which its digest binds.</summary>
    public required byte[] PolicyBytes { get; init; }

    /// <summary>The policy's path as the user gave it, for messages and the result.</summary>
    public required string PolicyPath { get; init; }

    /// <summary>The commit that the policy was read from; null where it is a file.</summary>
    public CommittedFile? PolicyCommit { get; init; }

    /// <summary>The directory that the policy's paths are relative to.</summary>
    public required string BaseDirectory { get; init; }

    /// <summary>Keys that the command line replaced, as <c>key=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The policy that is to take the place of <see cref="Policy"/>, and whose candidate is judged; null where there is
    /// none.</summary>
    public ProposedInputs? Proposed { get; init; }

    /// <summary>The day on which waivers are judged.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The version of Gate, for the result.</summary>
    public required string GateVersion { get; init; }

    /// <summary>Tells the time for conditions on times (<c>training_time</c>, <c>score_time_per_row</c>); null leaves them undefined.
    /// Nothing else depends on it.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Earlier results to count looks at the same test rows in; null where nobody asks.</summary>
    public IReadOnlyList<GateResult>? History { get; init; }

    /// <summary>Models of a store that were brought here, by the address that the policy has for them.</summary>
    public IReadOnlyDictionary<string, StoredModel> StoredModels { get; init; } = new Dictionary<string, StoredModel>();

    /// <summary>What the policy may reach outside: scoring servers, programs. Nothing by default, and no policy can change it.</summary>
    public RemoteAccess Remote { get; init; } = RemoteAccess.None;

    /// <summary>Whether the SHAP values of each explained row are kept, for <see cref="RunOutcome.Explanations"/>.</summary>
    public bool KeepsExplanations { get; init; }

    /// <summary>Starts a process in which models of ML.NET are scored; null where there is none to start.</summary>
    public Func<IScoringProcess>? ScoringProcess { get; init; }

    /// <summary>How many threads may work; 0 for all cores. The result is the same for any number.</summary>
    public int Threads { get; init; }

    /// <summary>The most bytes that reading may take (<see cref="SourceOptions.Memory"/>); 0 for half of what the machine has.</summary>
    public long Memory { get; init; }
}

/// <summary>A policy that is to take the place of the one that judges.</summary>
/// <param name="Path">Its path as the user gave it.</param>
/// <param name="Bytes">Its bytes, which its digest binds.</param>
/// <param name="Changes">What it changes.</param>
public sealed record ProposedInputs(string Path, byte[] Bytes, IReadOnlyList<PolicyChange> Changes)
{
    /// <summary>The policies that it extends.</summary>
    public IReadOnlyList<ExtendedPolicy> Extended { get; init; } = [];
}

/// <summary>Told what a run is doing, for a display; nothing depends on it.</summary>
public interface IRunProgress
{
    /// <summary>A stage begins; the one before it has ended.</summary>
    /// <param name="stage">What it does, such as <c>reading hmda.csv</c>.</param>
    void Begin(string stage);

    /// <summary>A long read has come so far.</summary>
    /// <param name="progress">How far.</param>
    void Read(ReadProgress progress);

    /// <summary>Training in rounds has come so far.</summary>
    /// <param name="progress">How far.</param>
    void Train(TrainingProgress progress)
    {
    }

    /// <summary>The stage has done so many of its steps; called from several threads, so that a smaller number may follow a
    /// larger.</summary>
    /// <param name="done">How many are done.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="what">What they are, such as <c>rows</c>.</param>
    void Count(int done, int all, string what)
    {
    }
}
