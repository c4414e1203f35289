using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Vocabulary;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>The parameters and the class that a condition gives its metric.</summary>
internal sealed class MetricRules(PolicyTask? task, Section section, MetricWord metric, Problems problems)
{
    public void Check()
    {
        if (section.Child(ConditionKeys.Parameters.Name) is { } given)
            foreach (YamlEntry entry in given.Map.Entries.Where(entry => !problems.IsBad(entry.Key))) CheckParameter(given, entry);
        if (!metric.IsOfRows) CheckNoRows();
        if (metric.OnlyBy) CheckOnlyBy();
        CheckFeatures();
        CheckClass();
    }

    private void CheckNoRows()
    {
        foreach (Key key in ConditionKeys.OfRows.Where(key => section.Has(key) && !(key == ConditionKeys.Class && metric.ServesClasses)))
            section.RefuseKey(key, $"'{metric.Name}' is a number of the model and not of rows; remove '{key.Name}'");
    }

    private void CheckOnlyBy()
    {
        foreach (Key key in ConditionKeys.BesideBy.Where(section.Has))
            section.RefuseKey(key, $"'{metric.Name}' looks at the groups of all measured rows; remove '{key.Name}'");
    }

    private void CheckFeatures()
    {
        if (metric.NeedsFeatures && !section.Has(ConditionKeys.Features))
            problems.Add(section.KeyAt(ConditionKeys.Metric), section.Below(ConditionKeys.Features),
                $"is missing; '{metric.Name}' is asked of columns: 'features: [column]'");
        else if (!metric.NeedsFeatures && !metric.OptionalFeatures && section.Has(ConditionKeys.Features))
            section.RefuseKey(ConditionKeys.Features, $"'{metric.Name}' is not asked of single columns; remove 'features'");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((YamlNode node, string path) in section.Entries(ConditionKeys.Features))
            if (node is YamlScalar name && !seen.Add(name.Text)) problems.Add(node, path, $"'{Shown.Of(name.Text)}' is named twice");
    }

    private void CheckParameter(Section given, YamlEntry entry)
    {
        string path = given.Below(entry.Key.Text);
        if (metric.Parameters.FirstOrDefault(parameter => parameter.Name == entry.Key.Text) is not { } parameter)
        {
            string hint = metric.Parameters.Count == 0 ? $"; '{metric.Name}' has no parameters" : NearestName.Hint(entry.Key.Text,
                metric.Parameters.Select(word => word.Name));
            problems.Add(entry.Key, path, $"unknown parameter '{Shown.Of(entry.Key.Text)}'{hint}");
            return;
        }
        // The shape of the map has told already what is no number.
        if (given.Number(entry.Key.Text) is not null && ScalarCheck.Problem(entry.Value, parameter.Shape) is { } problem)
            problems.Add(entry.Value, path, problem);
    }

    private void CheckClass()
    {
        string path = section.Below(ConditionKeys.Class);
        bool multiclass = task is PolicyTask.MulticlassClassification;
        if (!section.Has(ConditionKeys.Class))
        {
            if (!multiclass || metric.Tasks.Contains(PolicyTask.MulticlassClassification)) return;
            if (!section.Has(ConditionKeys.By) || section.Get(ConditionKeys.Compare) == CompareSpec.Each)
                problems.Add(section.KeyAt(ConditionKeys.Metric), path,
                    $"is missing; '{metric.Name}' is a metric of two classes, so name the class that is held against all others");
            return;
        }
        if (task is { } known && !multiclass)
            problems.Add(section.KeyAt(ConditionKeys.Class), path,
                $"has a meaning for multiclass_classification only, and the task is {Words.Snake(known)}");
        else if (!metric.ServesClasses)
            problems.Add(section.KeyAt(ConditionKeys.Class), path, $"'{metric.Name}' is not asked of single classes; remove 'class'");
    }
}
