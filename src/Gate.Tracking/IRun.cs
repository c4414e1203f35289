namespace Gate.Tracking;

/// <summary>A run of a store. What a search does not ask for need not be read.</summary>
public interface IRun
{
    /// <summary>What the store says of it.</summary>
    RunInfo Info { get; }

    /// <summary>The latest number of a name (of the largest step, of these the latest, of these the largest); null where there is
    /// none.</summary>
    /// <param name="key">The name.</param>
    double? Metric(string key);

    /// <summary>A parameter; null where there is none.</summary>
    /// <param name="key">Its name.</param>
    string? Parameter(string key);

    /// <summary>A tag; null where there is none.</summary>
    /// <param name="key">Its name.</param>
    string? Tag(string key);

    /// <summary>The latest number of every name, by name.</summary>
    IReadOnlyList<RunMetric> Metrics { get; }

    /// <summary>All parameters, by name.</summary>
    IReadOnlyList<RunText> Parameters { get; }

    /// <summary>All tags, by name.</summary>
    IReadOnlyList<RunText> Tags { get; }

    /// <summary>The data sets that it read.</summary>
    IReadOnlyList<DatasetInput> Inputs { get; }
}
