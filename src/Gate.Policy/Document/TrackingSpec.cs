namespace Gate.Policy.Document;

/// <summary>Where and how a run is tracked.</summary>
/// <param name="Experiment">The experiment; null for the policy's name.</param>
/// <param name="RunName">The run's name; null for the policy's name and the time.</param>
/// <param name="Tags">Tags of the run, in the order of the file.</param>
/// <param name="Required">Whether a run that could not be tracked has no verdict to rely on.</param>
public sealed record TrackingSpec(string? Experiment, string? RunName, IReadOnlyList<KeyValuePair<string, string>> Tags, bool Required);
