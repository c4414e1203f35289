namespace Gate.Ci;

/// <summary>What a host tells of a run.</summary>
/// <param name="Commit">The commit that is judged, as a full hexadecimal hash, or null.</param>
/// <param name="Link">The address of the run's page, or null.</param>
public sealed record RunIdentity(string? Commit, string? Link)
{
    /// <summary>Nothing is known.</summary>
    public static RunIdentity Unknown { get; } = new(null, null);
}
