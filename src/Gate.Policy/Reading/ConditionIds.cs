using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>The ids of conditions, given or made. Works on any tree, right or wrong, so that overrides can name conditions before they are
/// checked.</summary>
internal static class ConditionIds
{
    /// <summary>One id for each entry of the list.</summary>
    public static string[] Of(YamlList conditions)
    {
        string?[] given = [.. conditions.Items.Select(item => Given(item)?.Text)];
        var taken = given.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new string[given.Length];
        for (int i = 0; i < ids.Length; i++) ids[i] = given[i] ?? Unique(Made(conditions.Items[i]), taken, counts);
        return ids;
    }

    /// <summary>The id that a condition gives itself, or null.</summary>
    public static YamlScalar? Given(YamlNode condition) =>
        (condition as YamlMap)?.Find(ConditionKeys.Id.Name) is YamlScalar { Kind: ScalarKind.Text, Text.Length: > 0 } id ? id : null;

    private static string Made(YamlNode condition)
    {
        if (condition is not YamlMap map) return "condition";
        string metric = map.Find(ConditionKeys.Metric.Name) is YamlScalar { Text.Length: > 0 } scalar ? scalar.Text : "condition";
        string compare = map.Find(ConditionKeys.Compare.Name) is YamlScalar { Kind: ScalarKind.Text } how ? "_" + how.Text : "";
        string by = string.Join("-", Names(map, ConditionKeys.By));
        string features = string.Join("-", Names(map, ConditionKeys.Features));
        string of = map.Find(ConditionKeys.Class.Name) is YamlScalar { Text.Length: > 0, Kind: not ScalarKind.Null } name
            ? "-of-" + name.Text : "";
        string slice = map.Find(ConditionKeys.Where.Name) is YamlScalar { Kind: ScalarKind.Text } ? "-in-slice" : "";
        return metric + compare + of + (features.Length > 0 ? "-of-" + features : "") + (by.Length > 0 ? "-by-" + by : "") + slice;
    }

    private static IEnumerable<string> Names(YamlMap map, Key key) => map.Find(key.Name) switch
    {
        YamlScalar { Kind: ScalarKind.Text } column => [column.Text],
        YamlList list => list.Items.OfType<YamlScalar>().Select(item => item.Text),
        _ => [],
    };

    private static string Unique(string id, HashSet<string> taken, Dictionary<string, int> counts)
    {
        if (taken.Add(id)) return id;
        int number = counts.GetValueOrDefault(id, 1);
        string numbered;
        do numbered = FormattableString.Invariant($"{id}-{++number}"); while (!taken.Add(numbered));
        counts[id] = number;
        return numbered;
    }
}
