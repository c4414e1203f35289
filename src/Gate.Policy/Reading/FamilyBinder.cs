using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Reads <c>families</c>, and holds the conditions against them.</summary>
internal sealed class FamilyBinder(Section root, IReadOnlyList<FamilySpec> families, Problems problems)
{
    /// <summary>The families that are declared.</summary>
    public static IReadOnlyList<FamilySpec> Families(Section root)
    {
        if (root.Get(PolicyLanguage.Families) is not { } section) return [];
        return [.. section.Map.Entries.Select(
            entry => new FamilySpec(entry.Key.Text, section.Child(entry.Key.Text)?.Get(PolicyLanguage.FamilyMethod)
                ?? PolicyLanguage.FamilyMethod.Default, entry.Key.At))];
    }

    /// <summary>Checks that conditions name families that there are, that no family is without conditions, and that one confidence holds in
    /// each.</summary>
    public void Check(IReadOnlyList<ConditionSpec> conditions)
    {
        string[] names = [.. families.Select(family => family.Name)];
        var confidences = new Dictionary<string, ConditionSpec>(StringComparer.Ordinal);
        foreach (ConditionSpec condition in conditions)
        {
            if (condition.Family is not { } name) continue;
            string path = KeyPath.Below(KeyPath.Entry("conditions", condition.Index), ConditionKeys.Family.Name);
            Mark at = condition.Marks.GetValueOrDefault(ConditionKeys.Family.Name, condition.At);
            if (!names.Contains(name))
                problems.Add(at, path, names.Length == 0
                    ? $"there is no family '{Shown.Of(name)}'; declare it: 'families: {{ {Shown.Of(name)}: {{ method: holm }} }}'"
                    : $"there is no family '{Shown.Of(name)}'{NearestName.Hint(name, names)}");
            else if (!confidences.TryAdd(name, condition) && confidences[name].Confidence != condition.Confidence)
                problems.Add(at, path,
                    $"the conditions of a family share one confidence, and that of '{Shown.Of(confidences[name].Id)}' is "
                    + $"{Words.Number(confidences[name].Confidence)} while this one's is {Words.Number(condition.Confidence)}");
        }
        // Conditions that could not be read may have named it.
        if (root.Node(PolicyLanguage.Conditions) is not YamlList list || list.Items.Count != conditions.Count) return;
        // A policy that others extend may offer one that not all of them use.
        foreach (FamilySpec family in families.Where(family => family.At.File is null))
            if (!conditions.Any(condition => condition.Family == family.Name))
                problems.Add(family.At, KeyPath.Below("families", family.Name),
                    "has no condition; name it as 'family' in those that belong to it, or remove it");
    }
}
