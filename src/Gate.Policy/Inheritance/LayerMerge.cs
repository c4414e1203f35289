using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Reading;
using Gate.Policy.Yaml;

namespace Gate.Policy.Inheritance;

/// <summary>The keys of a policy over those of the policy that it extends. Maps of the language are merged key by key, conditions by their
/// ids, waivers are added; every other value takes the place of the one below.</summary>
internal static class LayerMerge
{
    // A model is one thing: half of it with half of another would be neither.
    private static readonly string[] Whole = [PolicyLanguage.Model.Name, PolicyLanguage.Baseline.Name];

    // These speak of their own file.
    private static readonly string[] Own = [PolicyLanguage.Extends.Name, PolicyLanguage.ExpectConditions.Name];

    /// <summary>The merged keys.</summary>
    /// <param name="below">The policy that is extended.</param>
    /// <param name="above">The policy whose word counts.</param>
    /// <param name="language">The language.</param>
    public static YamlMap Of(YamlMap below, YamlMap above, MapShape language)
    {
        YamlEntry[] inherited = [.. below.Entries.Where(entry => !Own.Contains(entry.Key.Text)).Select(Named)];
        return Merge(new YamlMap(below.At, below.FirstKey, inherited, below.Source), above, language, isTop: true);
    }

    // An id that was made depends on the conditions around it: what is inherited keeps its own.
    private static YamlEntry Named(YamlEntry entry)
    {
        if (entry.Key.Text != PolicyLanguage.Conditions.Name || entry.Value is not YamlList list) return entry;
        string[] ids = ConditionIds.Of(list);
        return entry with { Value = new YamlList(list.At, [.. list.Items.Select((item, i) => WithId(item, ids[i]))], list.Source) };
    }

    private static YamlNode WithId(YamlNode condition, string id)
    {
        if (condition is not YamlMap map || ConditionIds.Given(map) is not null) return condition;
        var name = new YamlEntry(new YamlScalar(map.FirstKey, ConditionKeys.Id.Name, ScalarKind.Text),
            new YamlScalar(map.FirstKey, id, ScalarKind.Text));
        return new YamlMap(map.At, map.FirstKey, [.. map.Entries.Where(entry => entry.Key.Text != ConditionKeys.Id.Name), name],
            map.Source);
    }

    private static YamlMap Merge(YamlMap below, YamlMap above, Shape? shape, bool isTop = false)
    {
        var entries = above.Entries.Select(entry => below.Find(entry.Key.Text) is { } old
            ? entry with { Value = Value(old, entry.Value, entry.Key.Text, Below(shape, entry.Key.Text), isTop) } : entry);
        var rest = below.Entries.Where(entry => above.Find(entry.Key.Text) is null);
        return new YamlMap(above.At, above.FirstKey, [.. entries, .. rest], above.Source);
    }

    private static YamlNode Value(YamlNode below, YamlNode above, string key, Shape? shape, bool isTop) => (below, above) switch
    {
        _ when isTop && Whole.Contains(key) => above,
        (YamlList one, YamlList other) when isTop && key == PolicyLanguage.Conditions.Name => Conditions(one, other, shape),
        (YamlList one, YamlList other) when isTop && key == PolicyLanguage.Waivers.Name =>
            new YamlList(other.At, [.. one.Items, .. other.Items], other.Source),
        (YamlMap one, YamlMap other) when IsMap(shape) => Merge(one, other, shape),
        _ => above,
    };

    private static YamlList Conditions(YamlList below, YamlList above, Shape? shape)
    {
        List<YamlNode> all = [.. below.Items];
        string[] ids = ConditionIds.Of(below);
        Shape? item = (shape as ListShape)?.Item;
        foreach (YamlNode own in above.Items)
        {
            int index = ConditionIds.Given(own) is { } id ? Array.IndexOf(ids, id.Text) : -1;
            // Of two with one id the second is an error, which only the reader of all of them can tell.
            if (index >= 0 && ReferenceEquals(all[index], below.Items[index]) && all[index] is YamlMap one && own is YamlMap other)
                all[index] = Merge(one, other, item);
            else all.Add(own);
        }
        return new YamlList(above.At, all, above.Source);
    }

    private static Shape? Below(Shape? shape, string name) => shape switch
    {
        MapShape map => map.Find(name)?.Shape,
        NamedShape named => named.Value,
        EitherShape either => either.Forms.Where(IsMap).Select(form => Below(form, name)).FirstOrDefault(),
        _ => null,
    };

    private static bool IsMap(Shape? shape) => shape is MapShape or NamedShape || (shape is EitherShape either && either.Forms.Any(IsMap));
}
