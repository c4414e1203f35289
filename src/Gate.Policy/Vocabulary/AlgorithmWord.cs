using Gate.Policy.Document;

namespace Gate.Policy.Vocabulary;

/// <summary>A learner's name and parameters.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Tasks">The tasks that it serves.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record AlgorithmWord(string Name, string Description, IReadOnlyList<PolicyTask> Tasks,
    IReadOnlyList<ParameterWord> Parameters);
