using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Reading;
using Gate.Policy.Yaml;

namespace Gate.Policy.Inheritance;

/// <summary>A policy as it would be if the word of one of its files counted for most: what the policy that is read is held
/// against.</summary>
internal static class LockedTree
{
    // Conditions have what they inherit of these written into them; the others have rules of their own, or say nothing of what is judged.
    private static readonly string[] Apart =
    [
        PolicyLanguage.Conditions.Name, PolicyLanguage.Confidence.Name, PolicyLanguage.Evidence.Name, PolicyLanguage.Model.Name,
        PolicyLanguage.Waivers.Name, PolicyLanguage.ExpectConditions.Name, PolicyLanguage.Extends.Name,
    ];

    /// <summary>The ids of the conditions that a layer locks, or keeps locked, and of those that it decides together with them.</summary>
    public static IReadOnlySet<string> Locked(YamlMap layer)
    {
        if (layer.Find(PolicyLanguage.Conditions.Name) is not YamlList list) return new HashSet<string>();
        HashSet<string> families = [.. list.Items.Where(IsLocked).Select(FamilyOf).OfType<string>()];
        return list.Items.Zip(ConditionIds.Of(list))
            .Where(named => IsLocked(named.First) || (FamilyOf(named.First) is { } family && families.Contains(family)))
            .Select(named => named.Second).ToHashSet();
    }

    /// <summary>The tree.</summary>
    /// <param name="layer">The layer with all below it.</param>
    /// <param name="whole">The policy that is read.</param>
    /// <param name="locked">The ids of the conditions that the layer locks.</param>
    /// <param name="language">The language.</param>
    /// <param name="isKept">Whether what the layer gives besides its conditions is bound to its locks too.</param>
    public static YamlMap Of(YamlMap layer, YamlMap whole, IReadOnlySet<string> locked, MapShape language, bool isKept)
    {
        var kept = new YamlMap(layer.At, layer.FirstKey,
            [.. layer.Entries.Where(entry => isKept && !Apart.Contains(entry.Key.Text))], layer.Source);
        YamlMap merged = LayerMerge.Of(whole, kept, language);
        var list = (YamlList)whole.Find(PolicyLanguage.Conditions.Name)!;
        YamlEntry[] entries = [.. merged.Entries
            .Where(entry => entry.Key.Text != PolicyLanguage.Waivers.Name)
            .Select(entry => entry.Key.Text == PolicyLanguage.Conditions.Name
                ? entry with { Value = new YamlList(list.At, [.. Conditions(layer, list, locked)], list.Source) } : entry)];
        return new YamlMap(whole.At, whole.FirstKey, entries, whole.Source);
    }

    // Conditions that others have added count where they share a family with a locked one: in its place they decide with it.
    private static IEnumerable<YamlNode> Conditions(YamlMap layer, YamlList whole, IReadOnlySet<string> locked)
    {
        var own = (YamlList)layer.Find(PolicyLanguage.Conditions.Name)!;
        Dictionary<string, YamlNode> byId = ConditionIds.Of(own).Zip(own.Items).ToDictionary(named => named.First, named => named.Second);
        HashSet<string> families = [.. byId.Where(one => locked.Contains(one.Key)).Select(one => FamilyOf(one.Value)).OfType<string>()];
        foreach ((string id, YamlNode condition) in ConditionIds.Of(whole).Zip(whole.Items))
        {
            if (locked.Contains(id)) yield return Explicit(layer, (YamlMap)byId[id], id);
            else if (byId.ContainsKey(id) || FamilyOf(condition) is not { } family || !families.Contains(family)) yield return condition;
        }
    }

    // What it inherits from the rest of the policy is written into it, as that layer has it.
    private static YamlMap Explicit(YamlMap layer, YamlMap condition, string id)
    {
        var entries = condition.Entries.ToDictionary(entry => entry.Key.Text, entry => entry);
        void Add(string name, YamlNode value) => entries[name] = new(new YamlScalar(condition.FirstKey, name, ScalarKind.Text), value);
        Add(ConditionKeys.Id.Name, new YamlScalar(condition.FirstKey, id, ScalarKind.Text));
        Key confidence = PolicyLanguage.Confidence;
        if (!entries.ContainsKey(confidence.Name)) Add(confidence.Name, Given(layer, confidence) ?? Default(confidence, condition));
        var floors = new List<YamlEntry>();
        foreach (Key floor in EvidenceKeys.Shape.Keys)
        {
            YamlNode value = Given(condition.Find(ConditionKeys.Evidence.Name) as YamlMap, floor)
                ?? Given(layer.Find(PolicyLanguage.Evidence.Name) as YamlMap, floor) ?? Default(floor, condition);
            floors.Add(new(new YamlScalar(value.At, floor.Name, ScalarKind.Text), value));
        }
        Add(ConditionKeys.Evidence.Name, new YamlMap(condition.FirstKey, condition.FirstKey, floors));
        return new YamlMap(condition.At, condition.FirstKey, [.. entries.Values], condition.Source);
    }

    private static YamlNode? Given(YamlMap? map, Key key) => map?.Find(key.Name) is { IsNull: false } node ? node : null;

    private static YamlScalar Default(Key key, YamlMap at) =>
        new(at.FirstKey, key.DefaultYaml!, CoreSchema.KindOfPlain(key.DefaultYaml!));

    private static bool IsLocked(YamlNode condition) => (condition as YamlMap)?.Find(ConditionKeys.Locked.Name) switch
    {
        YamlScalar { Kind: ScalarKind.Boolean } said => CoreSchema.IsTrue(said),
        YamlMap => true,
        _ => false,
    };

    private static string? FamilyOf(YamlNode condition) =>
        ((condition as YamlMap)?.Find(ConditionKeys.Family.Name) as YamlScalar)?.Text;
}
