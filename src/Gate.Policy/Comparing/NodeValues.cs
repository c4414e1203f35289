using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;

namespace Gate.Policy.Comparing;

/// <summary>Whether two values of a policy say the same, and what they say on one line.</summary>
internal static class NodeValues
{
    private const int Longest = 120;

    /// <summary>The value of a key in a map, under any of its names; its default where it is not given; null for neither.</summary>
    public static YamlNode? Of(YamlMap? map, Key key)
    {
        YamlNode? value = Given(map, key) ?? (key.DefaultYaml is { } text ? Parse(text) : null);
        return value is { IsNull: false } ? value : null;
    }

    /// <summary>The value that is given, also where that is null; null where none is.</summary>
    public static YamlNode? Given(YamlMap? map, Key key) =>
        key.Aliases.Prepend(key.Name).Select(name => map?.Find(name)).FirstOrDefault(node => node is not null);

    /// <summary>Whether two values of one shape say the same: numbers by their value, all else to the letter.</summary>
    public static bool AreSame(YamlNode? one, YamlNode? other, Shape? shape)
    {
        if (one is null or { IsNull: true } || other is null or { IsNull: true })
            return one is null or { IsNull: true } && other is null or { IsNull: true };
        // One value where a list may stand is a list of it.
        if (one is YamlScalar && other is YamlList) return AreSame(new YamlList(one.At, [one]), other, shape);
        if (one is YamlList && other is YamlScalar) return AreSame(one, new YamlList(other.At, [other]), shape);
        return (one, other) switch
        {
            (YamlScalar a, YamlScalar b) => AreSame(a, b, Forms(shape).Any(form => form is NumberShape)),
            (YamlList a, YamlList b) => a.Items.Count == b.Items.Count
                && a.Items.Zip(b.Items).All(pair => AreSame(pair.First, pair.Second, Item(shape))),
            (YamlMap a, YamlMap b) => Names(a).Union(Names(b)).All(name => AreSame(a.Find(name), b.Find(name), Below(shape, a, name))),
            _ => false,
        };
    }

    /// <summary>The keys that a map of a shape can have; empty where they are not known, or the user names them.</summary>
    public static IReadOnlyList<Key> Keys(Shape? shape, YamlMap map) => Forms(shape).Select(form => form switch
    {
        MapShape known => known.Keys,
        VariantShape variants => variants.Find((map.Find(variants.By) as YamlScalar)?.Text ?? "")?.Keys ?? [],
        _ => [],
    }).FirstOrDefault(keys => keys.Count > 0, []);

    private static Shape? Below(Shape? shape, YamlMap map, string name) =>
        Keys(shape, map).FirstOrDefault(key => key.Name == name || key.Aliases.Contains(name))?.Shape
        ?? Forms(shape).OfType<NamedShape>().FirstOrDefault()?.Value;

    /// <summary>A value as YAML on one line, cut where it is long.</summary>
    public static string Text(YamlNode node)
    {
        string text = Flow(node);
        return text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private static string Flow(YamlNode node) => node switch
    {
        YamlMap { Entries.Count: 0 } => "{}",
        YamlMap map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Flow(entry.Key)}: {Flow(entry.Value)}"))} }}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlScalar { Kind: ScalarKind.Null } => "null",
        YamlScalar scalar => Gate.Wording.Shown.OneLine(scalar.Text),
        _ => throw new ArgumentException("unknown node", nameof(node)),
    };

    private static bool AreSame(YamlScalar one, YamlScalar other, bool areNumbers) => one.Text == other.Text
        || (areNumbers && one.IsNumber && other.IsNumber && CoreSchema.ToDouble(one).Equals(CoreSchema.ToDouble(other)));

    private static IEnumerable<string> Names(YamlMap map) => map.Entries.Select(entry => entry.Key.Text);

    private static Shape? Item(Shape? shape) => Forms(shape).OfType<ListShape>().FirstOrDefault()?.Item;

    private static IEnumerable<Shape> Forms(Shape? shape) => shape switch
    {
        null => [],
        EitherShape either => either.Forms.SelectMany(Forms),
        _ => [shape],
    };

    private static YamlNode Parse(string yaml)
    {
        var problems = new Problems("default");
        YamlNode node = YamlLoader.Load(yaml, problems);
        problems.ThrowIfAny();
        return node;
    }
}
