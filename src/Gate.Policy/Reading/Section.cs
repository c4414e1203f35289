using Gate.Policy.Document;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>
/// A map that has been held against its shape, with typed access. A value that is wrong reads like one that is not given: it has been
/// reported, and rules that build on it keep quiet.
/// </summary>
internal sealed class Section(YamlMap map, string path, Problems problems)
{
    public YamlMap Map { get; } = map;

    public string Path { get; } = path;

    /// <summary>A section that is a map, or null.</summary>
    public static Section? Of(YamlNode? node, string path, Problems problems) =>
        node is YamlMap map && !problems.IsBad(map) ? new Section(map, path, problems) : null;

    public string Below(string key) => ShapeCheck.Below(Path, key);

    /// <summary>Whether the key is given with something but null, right or wrong.</summary>
    public bool Has(string key) => Map.Find(key) is { } node && !ShapeCheck.IsNull(node);

    /// <summary>A given, right value, or null.</summary>
    public YamlNode? Node(string key) => Has(key) && Map.Find(key) is { } node && !problems.IsBad(node) ? node : null;

    /// <summary>Where a key stands; where the section starts when it is not given.</summary>
    public Mark KeyAt(string key) => Map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Key.At ?? Map.FirstKey;

    public YamlScalar? Scalar(string key) => Node(key) as YamlScalar;

    public string? Text(string key) => Scalar(key)?.Text;

    public double? Number(string key) =>
        Scalar(key) is { Kind: ScalarKind.Whole or ScalarKind.Number } scalar ? CoreSchema.ToDouble(scalar) : null;

    public T? Word<T>(string key) where T : struct, Enum => Scalar(key) is { } scalar ? Words.Parse<T>(scalar.Text) : null;

    public Section? Child(string key) => Of(Node(key), Below(key), problems);

    /// <summary>The entries of a list, or the one value written instead of a list, each with its path.</summary>
    public IReadOnlyList<(YamlNode Node, string Path)> Entries(string key)
    {
        if (Node(key) is not { } node) return [];
        (YamlNode Node, string Path)[] all = node is YamlList list
            ? [.. list.Items.Select((item, i) => (item, ShapeCheck.Entry(Below(key), i)))]
            : [(node, Below(key))];
        return [.. all.Where(entry => !problems.IsBad(entry.Node))];
    }

    /// <summary>The texts of a list of single values, or of the one value written instead.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Entries(key).Select(entry => entry.Node).OfType<YamlScalar>().Select(scalar => scalar.Text)];
}
