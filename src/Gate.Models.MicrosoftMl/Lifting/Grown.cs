using Gate.Models.Ensembles;

namespace Gate.Models.MicrosoftMl.Lifting;

/// <summary>What was trained for one output: a start and trees, on Gate's columns; covers are not yet known.</summary>
/// <param name="Start">What the sum starts from.</param>
/// <param name="Trees">The trees.</param>
internal sealed record Grown(double Start, IReadOnlyList<TreeNodes> Trees);
