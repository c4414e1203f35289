using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>The rules between the keys of a condition, and between a condition and the rest of the policy.</summary>
internal sealed class ConditionRules(PolicyVocabulary vocabulary, ConditionDefaults defaults, Section section, ConditionSpec condition,
    Problems problems)
{
    public void Check()
    {
        CheckColumns();
        CheckBoundsGiven();
        if (section.Scalar(ConditionKeys.Metric) is not { } node || vocabulary.FindMetric(node.Text) is not { } metric) return;
        // A multiclass task asks a metric of two classes of each class against the rest.
        bool ofClasses = metric.ServesClasses && defaults.Task == PolicyTask.MulticlassClassification;
        if (!ofClasses && !TaskCheck.Metric(node, metric, section.Below(ConditionKeys.Metric), defaults.Task, vocabulary, problems)) return;
        new MetricRules(defaults.Task, section, metric, problems).Check();
        new CompareRules(section, condition, metric, problems).Check();
        CheckBaseline(metric);
        MetricWord inTask = metric.In(defaults.Task);
        new BoundRules(section, condition, inTask, problems).Check();
        new VacuousRules(section, condition, inTask, problems).Check();
    }

    private void CheckColumns()
    {
        string[] declared = [.. defaults.Data.Sensitive.Select(sensitive => sensitive.As)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlNode node, string path) in section.Entries(ConditionKeys.By))
        {
            if (node is not YamlScalar name) continue;
            if (!seen.Add(name.Text)) problems.Add(node, path, $"'{Shown.Of(name.Text)}' is named twice");
            else if (!declared.Contains(name.Text)) problems.Add(node, path, Undeclared(name.Text, declared));
        }
        foreach ((YamlNode node, string path) in section.Entries(ConditionKeys.Control))
        {
            if (node is YamlScalar name && !seen.Add(name.Text))
                problems.Add(node, path, $"'{Shown.Of(name.Text)}' is named twice; a column is compared or controlled, not both");
        }
    }

    private string Undeclared(string name, string[] declared)
    {
        string what = $"'{Shown.Of(name)}' is no sensitive column";
        if (declared.Length == 0) return $"{what}; declare it: 'sensitive: [{Shown.Of(name)}]' in data";
        SensitiveSpec? renamed = defaults.Data.Sensitive.FirstOrDefault(sensitive => sensitive.Column == name);
        return renamed is null ? what + NearestName.Hint(name, declared) : $"{what}; data declares it under the name "
            + $"'{Shown.Of(renamed.As)}'";
    }

    private void CheckBoundsGiven()
    {
        bool bounded = ConditionKeys.Bounds.Any(key => section.Map.Find(key.Name) is not null);
        bool levelWrong = section.Has(ConditionKeys.Level) && section.Node(ConditionKeys.Level) is null;
        if (!bounded && !levelWrong && condition.Level != Level.Inform)
            problems.Add(section.Map.FirstKey, section.Path,
                "has no bound; add min, max or max_regression, or 'level: inform' to only report it", section.Map.Source);
        if (!bounded && condition.Family is not null)
            section.RefuseKey(ConditionKeys.Family,
                "has no meaning for a condition without a bound, which decides nothing");
    }

    private void CheckBaseline(MetricWord metric)
    {
        if (metric.NeedsBaseline && !defaults.HasBaseline)
            problems.Add(section.KeyAt(ConditionKeys.Metric), section.Below(ConditionKeys.Metric),
                $"'{metric.Name}' compares with the 'baseline', and the policy has none");
        foreach (Key key in ConditionKeys.Regressions)
        {
            if (!section.Has(key)) continue;
            if (!defaults.HasBaseline)
                section.RefuseKey(key, "needs a 'baseline' model to compare with, and the policy has none");
            else if (ValueRange.HigherIsBetter(metric, condition.Compare) is null)
                section.RefuseKey(key,
                    $"needs a metric where larger or smaller is better, and '{metric.Name}' has no better side");
        }
    }
}
