namespace Gate.Tracking;

/// <summary>A version of a registered model.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Version">Its number, from 1 on.</param>
/// <param name="Source">Where its files lie, as a URI.</param>
/// <param name="RunId">The run that made it; empty where none is known.</param>
/// <param name="Tags">Its tags.</param>
public sealed record ModelVersion(string Name, string Version, string Source, string RunId, IReadOnlyList<RunText> Tags)
{
    /// <summary>The text of a tag; null where there is none.</summary>
    /// <param name="key">The tag.</param>
    public string? Tag(string key) => Tags.FirstOrDefault(tag => tag.Key == key)?.Value;

    /// <summary>How messages call it: <c>version 3 of credit</c>.</summary>
    public string Called => $"version {Version} of {Name}";
}

/// <summary>A version that is to be added.</summary>
/// <param name="Run">The run whose artifacts hold it.</param>
/// <param name="Path">The folder below the run's artifacts.</param>
/// <param name="Description">What it is, for people.</param>
/// <param name="Tags">Its tags.</param>
public sealed record NewVersion(RunInfo Run, string Path, string Description, IReadOnlyList<RunText> Tags);
