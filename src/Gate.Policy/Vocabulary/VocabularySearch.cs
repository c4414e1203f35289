namespace Gate.Policy.Vocabulary;

/// <summary>Looks words up.</summary>
internal static class VocabularySearch
{
    /// <summary>A metric by its name or an alias.</summary>
    public static MetricWord? FindMetric(this PolicyVocabulary vocabulary, string name) =>
        vocabulary.Metrics.FirstOrDefault(metric => metric.Name == name)
            ?? vocabulary.Metrics.FirstOrDefault(metric => metric.Aliases.Contains(name));
}
