using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Whether a metric serves the policy's task.</summary>
internal static class TaskCheck
{
    public static bool Metric(YamlScalar node, MetricWord metric, string path, PolicyTask? task, PolicyVocabulary vocabulary,
        Problems problems)
    {
        if (task is not { } known || metric.Tasks.Contains(known)) return true;
        string[] others = [.. vocabulary.Metrics.Where(other => other.Tasks.Contains(known)).Select(other => other.Name)];
        problems.Add(node, path, $"'{metric.Name}' does not serve {Words.Snake(known)}{NearestName.Hint(metric.Name, others)}");
        return false;
    }

    /// <summary>Records that a key belongs to classifications.</summary>
    public static void OnlyClasses(Section section, Key key, PolicyTask? task)
    {
        if (task == PolicyTask.Regression && section.Has(key))
            section.RefuseKey(key, "has a meaning for classifications only, and the task is regression");
    }

    /// <summary>Records that a key belongs to another task.</summary>
    public static void OnlyBinary(Section section, Key key, PolicyTask? task)
    {
        if (task is { } known and not PolicyTask.BinaryClassification && section.Has(key))
            section.RefuseKey(key,
                $"has a meaning for binary_classification only, and the task is {Words.Snake(known)}");
    }
}
