namespace Gate.Policy.Vocabulary;

/// <summary>The words that the other rooms lend to the policy language; it knows no metric or learner itself.</summary>
/// <param name="Metrics">All metrics.</param>
/// <param name="Algorithms">All learners.</param>
public sealed record PolicyVocabulary(IReadOnlyList<MetricWord> Metrics, IReadOnlyList<AlgorithmWord> Algorithms);
