using System.Globalization;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
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
        if (metric.NeedsControl && !section.Has(ConditionKeys.Control))
            problems.Add(section.KeyAt(ConditionKeys.Metric), section.Below(ConditionKeys.Control),
                $"is missing; '{metric.Name}' exists within the levels of other columns only, so name them");
    }

    private void CheckCompare()
    {
        if (metric.IsDisparity)
        {
            if (section.Has(ConditionKeys.Compare))
                section.RefuseKey(ConditionKeys.Compare,
                    $"'{metric.Name}' says in its name how groups are compared; remove 'compare'");
            if (!section.Has(ConditionKeys.By))
                problems.Add(section.KeyAt(ConditionKeys.Metric), section.Below(ConditionKeys.By),
                    $"is missing; '{metric.Name}' exists between groups only, so name the sensitive column");
        }
        else if (section.Has(ConditionKeys.By) && !section.Has(ConditionKeys.Compare))
        {
            problems.Add(section.KeyAt(ConditionKeys.By), section.Below(ConditionKeys.Compare),
                "is missing; say how groups are compared: difference, ratio, group_min, group_max or each");
        }
    }

    private void CheckMethod()
    {
        if (!section.Has(ConditionKeys.Method)) return;
        string path = section.Below(ConditionKeys.Method);
        if (condition.Compare is CompareSpec.GroupMin or CompareSpec.GroupMax or CompareSpec.Each)
            problems.Add(section.KeyAt(ConditionKeys.Method), path,
                $"has no meaning for {Words.Snake(condition.Compare.Value)}, which compares nothing");
        else if (metric.Methods.Count == 0)
            problems.Add(section.KeyAt(ConditionKeys.Method), path,
                $"has no meaning for '{metric.Name}', one number of all groups together");
        else if (condition.Method is { } method && !metric.Methods.Contains(method))
            problems.Add(section.Node(ConditionKeys.Method)!, path,
                $"'{metric.Name}' does not compare by {Words.Snake(method)}; it takes {Words.Or([.. metric.Methods.Select(Words.Snake)])}");
    }

    private void CheckReference()
    {
        if (section.Node(ConditionKeys.Reference) is not { } node) return;
        string path = section.Below(ConditionKeys.Reference);
        if (condition.Method is null ? !metric.OwnReference : condition.Method != MethodSpec.ToReference)
        {
            problems.Add(section.KeyAt(ConditionKeys.Reference), path, metric.Methods.Contains(MethodSpec.ToReference)
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
        foreach (Key key in (Key[])[ConditionKeys.Min, ConditionKeys.Max])
            if (section.Has(key))
                section.RefuseKey(key,
                    $"has no meaning for each, which compares with the baseline; use group_{key.Name} for a bound on every group's value");
        if (section.Has(ConditionKeys.Levels))
            section.RefuseKey(ConditionKeys.Levels,
                "has no meaning for each, in which every group of every level stands for itself");
        if (!ConditionKeys.Regressions.Any(section.Has))
            section.RefuseKey(ConditionKeys.Compare,
                "each compares with the baseline; add max_regression or max_relative_regression");
    }
}
