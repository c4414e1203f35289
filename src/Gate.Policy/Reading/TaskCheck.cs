using Gate.Policy.Document;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>Whether a metric serves the policy's task.</summary>
internal static class TaskCheck
{
    public static bool Metric(YamlScalar node, MetricWord metric, string path, PolicyTask? task, PolicyVocabulary vocabulary,
        Problems problems)
    {
        if (task is not { } known || metric.Tasks.Contains(known)) return true;
        string[] others = [.. vocabulary.Metrics.Where(other => other.Tasks.Contains(known)).Select(other => other.Name)];
        problems.Add(node, path, $"'{metric.Name}' does not serve {Words.Snake(known)}{NearestWord.Hint(metric.Name, others)}");
        return false;
    }

    /// <summary>Records that a key belongs to another task.</summary>
    public static void OnlyBinary(Section section, string key, PolicyTask? task, Problems problems)
    {
        if (task is { } known and not PolicyTask.BinaryClassification && section.Has(key))
            problems.Add(section.KeyAt(key), section.Below(key),
                $"has a meaning for binary_classification only, and the task is {Words.Snake(known)}");
    }
}
