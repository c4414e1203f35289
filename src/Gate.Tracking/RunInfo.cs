namespace Gate.Tracking;

/// <summary>What a store says of a run besides what was logged to it.</summary>
public sealed record RunInfo
{
    /// <summary>Its id, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The experiment that it belongs to.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>Its name for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who ran it.</summary>
    public string User { get; init; } = "";

    /// <summary>How far it is.</summary>
    public RunStatus Status { get; init; } = RunStatus.Running;

    /// <summary>When it began, in milliseconds since 1970 in UTC.</summary>
    public required long StartTime { get; init; }

    /// <summary>When it ended, likewise; null while it goes on.</summary>
    public long? EndTime { get; init; }

    /// <summary>Where its artifacts lie, as a URI.</summary>
    public string ArtifactUri { get; init; } = "";

    /// <summary>Whether it was deleted, which leaves it in the store.</summary>
    public bool IsDeleted { get; init; }
}
