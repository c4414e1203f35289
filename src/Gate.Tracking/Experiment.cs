namespace Gate.Tracking;

/// <summary>A named list of runs.</summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="Name">Its name, unique among those that are not deleted.</param>
/// <param name="ArtifactLocation">Where the artifacts of its runs lie, as a URI.</param>
public sealed record Experiment(string Id, string Name, string ArtifactLocation);
