using Gate.Policy.Document;

namespace Gate.Policy.Vocabulary;

/// <summary>A metric that a search can be decided by.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tasks">The tasks that it serves.</param>
public sealed record SearchWord(string Name, IReadOnlyList<PolicyTask> Tasks);
