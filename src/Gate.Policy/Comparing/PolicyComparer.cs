using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>Walks two policies along the table of keys and has every difference judged by its rule.</summary>
internal sealed class PolicyComparer(Sides sides)
{
    private const string Conditions = "conditions", Waivers = "waivers";

    private readonly List<PolicyChange> changes = [];

    public IReadOnlyList<PolicyChange> Changes => changes;

    public void Compare(MapShape language, YamlMap before, YamlMap after) => Below(language.Keys, before, after, "", "", null);

    // The pattern of a key is its path without the names that the user gives.
    private void Below(IEnumerable<Key> keys, YamlMap? before, YamlMap? after, string path, string pattern, ConditionPair? condition)
    {
        foreach (Key key in keys)
        {
            string own = KeyPath.Below(pattern, key.Name);
            One(key, before, after, KeyPath.Below(path, key.Name), own, condition);
        }
    }

    private void One(Key key, YamlMap? before, YamlMap? after, string path, string pattern, ConditionPair? condition)
    {
        PolicyRule? rule = PolicyRules.Find(pattern);
        YamlNode? one = NodeValues.Given(before, key), other = NodeValues.Given(after, key);
        if (pattern == Conditions) OfConditions(one, other, ((ListShape)key.Shape).Item);
        else if (pattern == Waivers) OfWaivers(one, other, ((ListShape)key.Shape).Item);
        else if (rule is { Entries: { } entries }) OfEntries(key.Shape, entries(one), entries(other), path, pattern);
        else if (rule is { IsOfEachKey: true }) Inside(key, key.Shape, before, after, path, pattern);
        else if (rule is null && MapOf(key.Shape) is { } map)
            Below(map.Keys, one as YamlMap, other as YamlMap, path, pattern, condition);
        else Tell(Values(key, before, after, rule), key.Shape, (one, before, key.Name), (other, after, key.Name), path, pattern, condition);
    }

    // What is inherited is no default of the key: its rule looks at what holds in the end.
    private static (YamlNode?, YamlNode?) Values(Key key, YamlMap? before, YamlMap? after, PolicyRule? rule) =>
        rule is { IsInherited: true } ? (NodeValues.Given(before, key), NodeValues.Given(after, key))
            : (NodeValues.Of(before, key), NodeValues.Of(after, key));

    /// <summary>A section all of whose keys have one rule, told key by key as far as both policies have the same maps.</summary>
    private void Inside(Key key, Shape shape, YamlMap? before, YamlMap? after, string path, string pattern)
    {
        YamlNode? one = NodeValues.Given(before, key), other = NodeValues.Given(after, key);
        if (one is YamlMap a && other is YamlMap b && NodeValues.Keys(shape, a) is { Count: > 0 } keys && NodeValues.Keys(shape, b)
            .Select(own => own.Name).SequenceEqual(keys.Select(own => own.Name)))
            foreach (Key inner in keys) Inside(inner, inner.Shape, a, b, KeyPath.Below(path, inner.Name), pattern);
        else
            Tell((NodeValues.Of(before, key), NodeValues.Of(after, key)), shape, (one, before, key.Name), (other, after, key.Name), path,
                pattern, null);
    }

    private void OfConditions(YamlNode? before, YamlNode? after, Shape item)
    {
        var (one, other) = ((YamlList)before!, (YamlList)after!);
        foreach (ConditionPair pair in sides.Pairs)
            Below(((MapShape)item).Keys, one.Items[pair.Before.Index] as YamlMap, other.Items[pair.After.Index] as YamlMap,
                KeyPath.Below(Conditions, pair.Before.Id), Conditions, pair);
        foreach (ConditionSpec gone in sides.Before.Conditions.Where(own => !sides.Pairs.Any(pair => pair.Before == own)))
            Entry(Conditions, gone.Id, one.Items[gone.Index], null, new ConditionPair(gone, gone));
        foreach (ConditionSpec come in sides.After.Conditions.Where(own => !sides.Pairs.Any(pair => pair.After == own)))
            Entry(Conditions, come.Id, null, other.Items[come.Index], new ConditionPair(come, come));
    }

    // Several waivers of one condition are told apart by their order.
    private void OfWaivers(YamlNode? before, YamlNode? after, Shape item)
    {
        Dictionary<(string, int), YamlMap> one = Named(before), other = Named(after);
        foreach ((string Condition, int Number) name in one.Keys.Union(other.Keys))
        {
            YamlMap? a = one.GetValueOrDefault(name), b = other.GetValueOrDefault(name);
            if (a is not null && b is not null)
                Below(((MapShape)item).Keys, a, b, KeyPath.Below(Waivers, name.Condition), Waivers, null);
            else Entry(Waivers, name.Condition, a, b, null);
        }

        static Dictionary<(string, int), YamlMap> Named(YamlNode? list) => (list as YamlList)?.Items.OfType<YamlMap>()
            .GroupBy(map => (map.Find(WaiverKeys.Condition.Name) as YamlScalar)?.Text ?? "")
            .SelectMany(same => same.Select((map, i) => ((same.Key, i), map)))
            .ToDictionary(named => named.Item1, named => named.map) ?? [];
    }

    private void OfEntries(Shape shape, IReadOnlyDictionary<string, YamlNode> before, IReadOnlyDictionary<string, YamlNode> after,
        string path, string pattern)
    {
        foreach (string name in before.Keys.Union(after.Keys))
        {
            YamlNode? one = before.GetValueOrDefault(name), other = after.GetValueOrDefault(name);
            string own = KeyPath.Below(path, name);
            if (one is YamlMap a && other is YamlMap b && (shape as NamedShape)?.Value is MapShape map)
                Below(map.Keys, a, b, own, pattern, null);
            else
                Tell((one, other), (shape as NamedShape)?.Value ?? shape, (one, null, ""), (other, null, ""), own, pattern, null);
        }
    }

    private void Entry(string list, string name, YamlNode? before, YamlNode? after, ConditionPair? condition) =>
        Tell((before, after), null, (before, null, ""), (after, null, ""), KeyPath.Below(list, name), list, condition);

    private void Tell((YamlNode? Before, YamlNode? After) values, Shape? shape, (YamlNode?, YamlMap?, string) before,
        (YamlNode?, YamlMap?, string) after, string path, string pattern, ConditionPair? condition)
    {
        if (NodeValues.AreSame(values.Before, values.After, shape)) return;
        var change = new Change(sides, values.Before, values.After) { Condition = condition };
        Judgement? told = PolicyRules.Find(pattern) is { } rule ? rule.Judge(change)
            : Judgement.Undecidable("it is not known what this key loosens");
        if (told is { } judgement) changes.Add(new(path, judgement.Effect, judgement.Reason, Words(before), Words(after)));
    }

    private static PolicyWords? Words((YamlNode? Node, YamlMap? Map, string Name) side) => side.Node is not { } node ? null : new(
        side.Map?.Entries.FirstOrDefault(entry => entry.Value == node)?.Key.At ?? (node as YamlMap)?.FirstKey ?? node.At,
        NodeValues.Text(node), node.Source);

    private static MapShape? MapOf(Shape shape) => shape as MapShape;
}
