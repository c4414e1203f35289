using System.Globalization;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Holds a tree against the table of keys: unknown keys, missing keys, wrong types, values out of range.</summary>
/// <param name="problems">Told what is wrong.</param>
/// <param name="isPart">Whether the tree is a part of a policy, where keys may be missing that another part gives.</param>
internal sealed class ShapeCheck(Problems problems, bool isPart = false)
{
    public void Check(YamlNode node, Shape shape, string path)
    {
        switch (shape)
        {
            case EitherShape either when either.Forms.FirstOrDefault(form => MightBe(form, node)) is { } form:
                Check(node, form, path);
                break;
            case MapShape keys when node is YamlMap map:
                Map(map, keys, path);
                break;
            case VariantShape variant when node is YamlMap map:
                Variant(map, variant, path);
                break;
            case NamedShape named when node is YamlMap map:
                Named(map, named, path);
                break;
            case ListShape list when node is YamlList items:
                List(items, list, path);
                break;
            default:
                if (ScalarCheck.Problem(node, shape) is { } problem) problems.Add(node, path, problem);
                break;
        }
    }

    /// <summary>Whether a node is written in a shape's form, right or wrong in detail.</summary>
    private static bool MightBe(Shape form, YamlNode node) => form switch
    {
        ListShape => node is YamlList,
        MapShape or NamedShape or VariantShape => node is YamlMap,
        OffShape => node is YamlScalar { Kind: ScalarKind.Boolean } scalar && !CoreSchema.IsTrue(scalar),
        _ => node is YamlScalar { Kind: not ScalarKind.Null },
    };

    private void Map(YamlMap map, MapShape shape, string path)
    {
        if (TooMany(map, map.Entries.Count, path)) return;
        (YamlScalar Value, string Path)? before = null;
        foreach ((YamlScalar name, YamlNode value) in map.Entries)
        {
            string below = KeyPath.Below(path, name.Text);
            if (shape.Find(name.Text) is not { } key) Unknown(name, shape, below, before);
            else if (!(key.Nullable && value.IsNull)) Check(value, key.Shape, below);
            before = value is YamlScalar scalar ? (scalar, below) : null;
        }
        if (isPart) return;
        foreach (Key key in shape.Keys)
        {
            if (key.Required && map.Find(key.Name) is null)
                problems.Add(map.FirstKey, KeyPath.Below(path, key.Name), $"is missing; expected {Expected.Of(key.Shape)}", map.Source);
        }
        foreach (KeyRule rule in shape.Rules) RuleCheck.Check(map, shape, rule, path, problems);
    }

    private void Unknown(YamlScalar name, MapShape shape, string path, (YamlScalar Value, string Path)? before)
    {
        // In { min: 0,7 } the comma ends the number, and a key '7' follows: what is wrong is the number.
        if (before is var (number, place) && NumberHint.Torn(number.Text, name.Text) is { Length: > 0 } hint)
        {
            problems.Add(number, place, $"expected a number, found {number.Text},{name.Text}{hint}");
            return;
        }
        problems.Add(name, path, shape.Reserved.Contains(name.Text)
            ? $"'{name.Text}' is a word of the policy language that this version of Gate does not serve yet; it serves: "
                + $"{string.Join(", ", Served(shape))}"
            : $"unknown key '{Shown.Of(name.Text)}'{NearestName.Hint(name.Text, shape.Keys.Select(key => key.Name))}");
    }

    /// <summary>The words that a map serves of those that exclude each other.</summary>
    private static IEnumerable<string> Served(MapShape shape) =>
        shape.Rules.Where(rule => rule.Kind == KeyRuleKind.ExactlyOne).SelectMany(rule => rule.Keys);

    private void Variant(YamlMap map, VariantShape shape, string path)
    {
        YamlNode? by = map.Find(shape.By);
        string below = KeyPath.Below(path, shape.By);
        if (by is null)
            problems.Add(map.FirstKey, below, $"is missing; expected {Expected.Of(shape.Choice)}", map.Source);
        else if (by is YamlScalar scalar && shape.Find(scalar.Text) is { } variant && scalar.Kind == ScalarKind.Text)
            Map(map, variant, path);
        else
            Check(by, shape.Choice, below);
    }

    private void Named(YamlMap map, NamedShape shape, string path)
    {
        if (TooMany(map, map.Entries.Count, path)) return;
        if (map.Entries.Count < shape.Min)
            problems.Add(map, path,
                FormattableString.Invariant(
                $"expected at least {shape.Min} entries, one for each {shape.What}; found {map.Entries.Count}"));
        foreach ((YamlScalar name, YamlNode value) in map.Entries)
        {
            if (name.Text.Length == 0) problems.Add(name, path, $"the name of a {shape.What} is empty");
            Check(value, shape.Value, KeyPath.Below(path, name.Text));
        }
    }

    private void List(YamlList list, ListShape shape, string path)
    {
        if (TooMany(list, list.Items.Count, path)) return;
        if (list.Items.Count < shape.Min)
            problems.Add(list, path,
                string.Create(CultureInfo.InvariantCulture, $"expected at least {shape.Min} {(shape.Min == 1 ? "entry" : "entries")}, each "
                + $"{Expected.Of(shape.Item)}"));
        for (int i = 0; i < list.Items.Count; i++) Check(list.Items[i], shape.Item, KeyPath.Entry(path, i));
    }

    private bool TooMany(YamlNode node, int count, string path)
    {
        bool tooMany = count > PolicyLimits.Entries;
        if (tooMany)
            problems.Add(node, path, FormattableString.Invariant($"{count} entries are too many; at most {PolicyLimits.Entries} are read"));
        return tooMany;
    }
}
