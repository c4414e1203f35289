using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>Holds a map against the rules between its keys.</summary>
internal static class RuleCheck
{
    public static void Check(YamlMap map, MapShape shape, KeyRule rule, string path, Problems problems)
    {
        YamlEntry[] given =
            [.. map.Entries.Where(entry => rule.Keys.Contains(entry.Key.Text)
            && !(shape.Find(entry.Key.Text)!.Nullable && entry.Value.IsNull))];
        switch (rule.Kind)
        {
            case KeyRuleKind.Needs when given.Length == 1 && given[0].Key.Text == rule.Keys[0]:
                problems.Add(given[0].Key, KeyPath.Below(path, rule.Keys[0]),
                    $"'{rule.Keys[0]}' has no meaning without '{rule.Keys[1]}'");
                break;
            case KeyRuleKind.AtMostOne or KeyRuleKind.ExactlyOne when given.Length > 1:
                problems.Add(given[1].Key, KeyPath.Below(path, given[1].Key.Text),
                    $"'{given[0].Key.Text}' (line {given[0].Key.At.Line}) and '{given[1].Key.Text}' exclude each other; keep one");
                break;
            case KeyRuleKind.AtLeastOne or KeyRuleKind.ExactlyOne when given.Length == 0 && !HasReserved(map, shape):
                problems.Add(map.FirstKey, path, $"expected {(rule.Kind == KeyRuleKind.ExactlyOne ? "exactly" : "at least")} one of "
                    + $"{string.Join(", ", rule.Keys)}", map.Source);
                break;
        }
    }

    // A word that is not served yet has been reported as such; that one is missing would only confuse.
    private static bool HasReserved(YamlMap map, MapShape shape) => map.Entries.Any(entry => shape.Reserved.Contains(entry.Key.Text));
}
