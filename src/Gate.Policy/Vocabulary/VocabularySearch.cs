namespace Gate.Policy.Vocabulary;

/// <summary>Looks words up.</summary>
public static class VocabularySearch
{
    /// <summary>A metric by its name or an alias.</summary>
    /// <param name="vocabulary">The words.</param>
    /// <param name="name">The name or alias.</param>
    public static MetricWord? FindMetric(this PolicyVocabulary vocabulary, string name) =>
        vocabulary.Metrics.FirstOrDefault(metric => metric.Name == name)
            ?? vocabulary.Metrics.FirstOrDefault(metric => metric.Aliases.Contains(name));
}
