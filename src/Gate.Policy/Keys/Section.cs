using Gate.Policy.Document;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;

namespace Gate.Policy.Keys;

/// <summary>
/// A map that has been held against its shape, read by key. A value that is wrong reads like one that is not given: it has been
/// reported, and rules that build on it keep quiet.
/// </summary>
public sealed class Section
{
    private readonly Problems problems;

    internal Section(YamlMap map, string path, Problems problems) => (Map, Path, this.problems) = (map, path, problems);

    /// <summary>The path of the section: <c>model.train</c>; empty for the whole policy.</summary>
    public string Path { get; }

    internal YamlMap Map { get; }

    /// <summary>Where its first key stands.</summary>
    public Mark At => Map.FirstKey;

    /// <summary>The value of a key; its default where it is not given, is null or is wrong.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="key">The key.</param>
    public T Get<T>(Key<T> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Of(this);
    }

    /// <summary>Whether a key is given with something but null, right or wrong.</summary>
    /// <param name="key">The key.</param>
    public bool Has(Key key) => Map.Find(key.Name) is { } node && !node.IsNull;

    /// <summary>Whether a name stands in the section, with null or with a value, right or wrong.</summary>
    internal bool IsGiven(string name) => Map.Find(name) is not null;

    /// <summary>The path of a key.</summary>
    /// <param name="key">The key.</param>
    public string Below(Key key) => Below(key.Name);

    /// <summary>Where a key stands; where the section starts when it is not given.</summary>
    /// <param name="key">The key.</param>
    public Mark KeyAt(Key key) => Map.Entries.FirstOrDefault(entry => entry.Key.Text == key.Name)?.Key.At ?? Map.FirstKey;

    /// <summary>Where one entry of a key's named values stands; where the key does when there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="name">The entry's name.</param>
    public Mark EntryAt(Key key, string name) => (Node(key.Name) as YamlMap)?.Entries
        .FirstOrDefault(entry => entry.Key.Text == name)?.Key.At ?? KeyAt(key);

    /// <summary>Every key of the section that is given a single value or null, as <see cref="double"/>, <see cref="bool"/>,
    /// <see cref="string"/> or null.</summary>
    public IReadOnlyDictionary<string, object?> Values() => Map.Entries.ToDictionary(entry => entry.Key.Text, entry => Value(entry.Value));

    /// <summary>Where the keys and list entries of the section stand, by their path below it: <c>score.setosa</c>, <c>key[0]</c>.</summary>
    /// <param name="shape">The section's shape.</param>
    public IReadOnlyDictionary<string, Mark> Marks(Shape shape) => Keys.Marks.Below(Map, shape);

    /// <summary>Records that the value of a key is wrong; the policy is then refused, with this place.</summary>
    /// <param name="key">The key.</param>
    /// <param name="message">What is wrong, and what was expected.</param>
    public void Refuse(Key key, string message)
    {
        if (Node(key.Name) is { } node) problems.Add(node, Below(key), message);
        else RefuseKey(key, message);
    }

    /// <summary>Records that a key must not be there, or is missing; the place is the key's, or the section's.</summary>
    /// <param name="key">The key.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    public void RefuseKey(Key key, string message) => problems.Add(KeyAt(key), Below(key), message);

    /// <summary>Records that one entry of a key's named values is wrong.</summary>
    /// <param name="key">The key.</param>
    /// <param name="name">The entry's name.</param>
    /// <param name="message">What is wrong, and what was expected.</param>
    public void Refuse(Key key, string name, string message)
    {
        if ((Node(key.Name) as YamlMap)?.Find(name) is { } node) problems.Add(node, KeyPath.Below(Below(key), name), message);
        else Refuse(key, message);
    }

    /// <summary>A section that is a map, or null.</summary>
    internal static Section? Of(YamlNode? node, string path, Problems problems) =>
        node is YamlMap map && !problems.IsBad(map) ? new Section(map, path, problems) : null;

    internal string Below(string key) => KeyPath.Below(Path, key);

    /// <summary>A given, right value, or null.</summary>
    internal YamlNode? Node(Key key) => Node(key.Name);

    /// <summary>The same, where it is a single value.</summary>
    internal YamlScalar? Scalar(Key key) => Node(key.Name) as YamlScalar;

    internal YamlNode? Node(string key) => Map.Find(key) is { IsNull: false } node && !problems.IsBad(node) ? node : null;

    internal YamlScalar? Scalar(string key) => Node(key) as YamlScalar;

    internal double? Number(string key) => Scalar(key) is { IsNumber: true } scalar ? CoreSchema.ToDouble(scalar) : null;

    internal bool? Switch(string key) => Scalar(key) is { Kind: ScalarKind.Boolean } scalar ? CoreSchema.IsTrue(scalar) : null;

    internal T? Word<T>(string key) where T : struct, Enum => Scalar(key) is { } scalar ? Words.Parse<T>(scalar.Text) : null;

    internal Section? Child(string key) => Of(Node(key), Below(key), problems);

    /// <summary>A section that is a map, or a single value that stands for a map with one key.</summary>
    internal Section? Child(string key, string only) => Scalar(key) is not { } alone ? Child(key) : new Section(
        new YamlMap(alone.At, alone.At, [new(new YamlScalar(alone.At, only, ScalarKind.Text, alone.Source), alone)], alone.Source),
        Below(key), problems);

    internal IReadOnlyList<(YamlNode Node, string Path)> Entries(Key key) => Entries(key.Name);

    /// <summary>The entries of a list, or the one value written instead of a list, each with its path.</summary>
    internal IReadOnlyList<(YamlNode Node, string Path)> Entries(string key)
    {
        if (Node(key) is not { } node) return [];
        (YamlNode Node, string Path)[] all = node is YamlList list
            ? [.. list.Items.Select((item, i) => (item, KeyPath.Entry(Below(key), i)))]
            : [(node, Below(key))];
        return [.. all.Where(entry => !problems.IsBad(entry.Node))];
    }

    internal string[] Texts(string key) =>
        [.. Entries(key).Select(entry => entry.Node).OfType<YamlScalar>().Select(scalar => scalar.Text)];

    internal double[] Numbers(string key) =>
        [.. Entries(key).Select(entry => entry.Node).OfType<YamlScalar>().Where(scalar => scalar.IsNumber).Select(CoreSchema.ToDouble)];

    internal KeyValuePair<string, string>[] NamedTexts(string key) => Node(key) switch
    {
        YamlScalar only => [new("", only.Text)],
        YamlMap map => [.. map.Entries.Where(entry => entry.Value is YamlScalar)
            .Select(entry => KeyValuePair.Create(entry.Key.Text, ((YamlScalar)entry.Value).Text))],
        _ => [],
    };

    internal Dictionary<string, double> NamedNumbers(string key) => Child(key) is not { } given ? []
        : given.Map.Entries.Where(entry => given.Number(entry.Key.Text) is not null)
            .ToDictionary(entry => entry.Key.Text, entry => given.Number(entry.Key.Text)!.Value);

    internal Dictionary<string, IReadOnlyList<string>> NamedLists(string key) => Child(key) is not { } given ? []
        : given.Map.Entries.ToDictionary(entry => entry.Key.Text, entry => (IReadOnlyList<string>)given.Texts(entry.Key.Text));

    private static object? Value(YamlNode node) => node switch
    {
        YamlScalar { Kind: ScalarKind.Boolean } scalar => CoreSchema.IsTrue(scalar),
        YamlScalar { IsNumber: true } scalar => CoreSchema.ToDouble(scalar),
        YamlScalar { Kind: ScalarKind.Text } scalar => scalar.Text,
        _ => null,
    };
}
