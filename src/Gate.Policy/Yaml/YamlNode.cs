using Gate.Policy.Document;
using Gate.Policy.Messages;

namespace Gate.Policy.Yaml;

/// <summary>A node of the YAML tree that knows where it stands.</summary>
/// <param name="at">Where it stands in the file.</param>
/// <param name="source">The command-line option that it came from, such as <c>--set model.threshold=0.4</c>; null for the file.</param>
internal abstract class YamlNode(Mark at, string? source) : IPlaced
{
    public Mark At { get; } = at;

    public string? Source { get; } = source;

    /// <summary>Whether it is null, or nothing.</summary>
    public bool IsNull => this is YamlScalar { Kind: ScalarKind.Null };
}

/// <summary>What a scalar is under the core schema of YAML 1.2.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Whole,
    Number,
}

/// <summary>A single value; the text is kept exactly as written.</summary>
internal sealed class YamlScalar(Mark at, string text, ScalarKind kind, string? source = null) : YamlNode(at, source)
{
    public string Text { get; } = text;

    public ScalarKind Kind { get; } = kind;

    public bool IsNumber => Kind is ScalarKind.Whole or ScalarKind.Number;
}

/// <summary>A list.</summary>
internal sealed class YamlList(Mark at, IReadOnlyList<YamlNode> items, string? source = null) : YamlNode(at, source)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;
}

/// <summary>A map, with merge keys already resolved: its own keys in the order of the file, then the merged ones.</summary>
/// <param name="at">Where it stands.</param>
/// <param name="firstKey">Where its first key stands; for a flow map that is not its brace.</param>
/// <param name="entries">Its keys and values.</param>
/// <param name="source">The command-line option that it came from, or null.</param>
internal sealed class YamlMap(Mark at, Mark firstKey, IReadOnlyList<YamlEntry> entries, string? source = null) : YamlNode(at, source)
{
    public Mark FirstKey { get; } = firstKey;

    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public YamlNode? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
