namespace Gate.Policy.Vocabulary;

/// <summary>The words that the other rooms lend to the policy language; it knows no metric, learner or form of a model itself.</summary>
/// <param name="Metrics">All metrics.</param>
/// <param name="Algorithms">All learners, for the reference page.</param>
/// <param name="Forms">The forms that a model can have, in the order of the reference page.</param>
public sealed record PolicyVocabulary(IReadOnlyList<MetricWord> Metrics, IReadOnlyList<AlgorithmWord> Algorithms,
    IReadOnlyList<FormKey> Forms);
