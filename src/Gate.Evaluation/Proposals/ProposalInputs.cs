using Gate.Data;

namespace Gate.Evaluation.Proposals;

/// <summary>What a policy is proposed for.</summary>
public sealed record ProposalInputs
{
    /// <summary>The data's path as the user gave it.</summary>
    public required string Data { get; init; }

    /// <summary>The directory that the policy will stand in; its source path is relative to it.</summary>
    public required string PolicyDirectory { get; init; }

    /// <summary>The label column, or null to guess it.</summary>
    public string? Label { get; init; }

    /// <summary>The day of the run.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The version of Gate.</summary>
    public required string GateVersion { get; init; }

    /// <summary>The most bytes that reading may take (<see cref="SourceOptions.Memory"/>); 0 for half of what the machine has.</summary>
    public long Memory { get; init; }
}
