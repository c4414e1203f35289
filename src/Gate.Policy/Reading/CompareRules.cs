using System.Globalization;
using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Reading;

/// <summary>How a condition compares groups: what fits together, and what the metric says itself.</summary>
internal sealed class CompareRules(Section section, ConditionSpec condition, MetricWord metric, Problems problems)
{
    public void Check()
    {
        CheckCompare();
        CheckMethod();
        CheckReference();
        if (condition.Compare == CompareSpec.Each) CheckEach();
        if (metric.NeedsControl && !section.Has("control"))
            problems.Add(section.KeyAt("metric"), section.Below("control"),
                $"is missing; '{metric.Name}' exists within the levels of other columns only, so name them");
    }

    private void CheckCompare()
    {
        if (metric.IsDisparity)
        {
            if (section.Has("compare"))
                problems.Add(section.KeyAt("compare"), section.Below("compare"),
                    $"'{metric.Name}' says in its name how groups are compared; remove 'compare'");
            if (!section.Has("by"))
                problems.Add(section.KeyAt("metric"), section.Below("by"),
                    $"is missing; '{metric.Name}' exists between groups only, so name the sensitive column");
        }
        else if (section.Has("by") && !section.Has("compare"))
        {
            problems.Add(section.KeyAt("by"), section.Below("compare"),
                "is missing; say how groups are compared: difference, ratio, group_min, group_max or each");
        }
    }

    private void CheckMethod()
    {
        if (!section.Has("method")) return;
        string path = section.Below("method");
        if (condition.Compare is CompareSpec.GroupMin or CompareSpec.GroupMax or CompareSpec.Each)
            problems.Add(section.KeyAt("method"), path,
                $"has no meaning for {Words.Snake(condition.Compare.Value)}, which compares nothing");
        else if (metric.Methods.Count == 0)
            problems.Add(section.KeyAt("method"), path, $"has no meaning for '{metric.Name}', one number of all groups together");
        else if (condition.Method is { } method && !metric.Methods.Contains(method))
            problems.Add(section.Node("method")!, path,
                $"'{metric.Name}' does not compare by {Words.Snake(method)}; it takes {Words.Or([.. metric.Methods.Select(Words.Snake)])}");
    }

    private void CheckReference()
    {
        if (section.Node("reference") is not { } node) return;
        string path = section.Below("reference");
        if (condition.Method is null ? !metric.OwnReference : condition.Method != MethodSpec.ToReference)
        {
            problems.Add(section.KeyAt("reference"), path, metric.Methods.Contains(MethodSpec.ToReference)
                ? "has a meaning for 'method: to_reference' only; add it" : "has a meaning for 'method: to_reference' only");
            return;
        }
        int given = condition.Reference?.Values.Count ?? 0, wanted = condition.By.Count;
        if (condition.Reference is { Kind: ReferenceKindSpec.Named } && wanted > 0 && given > 0 && given != wanted)
            problems.Add(node, path,
                string.Create(CultureInfo.InvariantCulture,
                $"a group has one value in each of {Words.Or(condition.By).Replace(" or ", " and ", StringComparison.Ordinal)}; expected "
                + $"{wanted} values, found {given}"));
    }

    private void CheckEach()
    {
        foreach (string key in (string[])["min", "max"])
            if (section.Has(key))
                problems.Add(section.KeyAt(key), section.Below(key),
                    $"has no meaning for each, which compares with the baseline; use group_{key} for a bound on every group's value");
        if (section.Has("levels"))
            problems.Add(section.KeyAt("levels"), section.Below("levels"),
                "has no meaning for each, in which every group of every level stands for itself");
        if (!ConditionKeys.Regressions.Any(section.Has))
            problems.Add(section.KeyAt("compare"), section.Below("compare"),
                "each compares with the baseline; add max_regression or max_relative_regression");
    }
}
