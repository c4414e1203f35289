using Gate.Policy.Document;
using Gate.Policy.Messages;
using Gate.Wording;

namespace Gate.Policy.Yaml;

/// <summary>Builds a map from its entries and merge keys (https://yaml.org/type/merge.html): own keys win, then earlier merged
/// maps.</summary>
internal sealed class MapBuilder(Mark at, Problems problems)
{
    private readonly List<YamlEntry> own = [];
    private readonly List<YamlEntry> merged = [];
    private readonly Dictionary<string, Mark> seen = [];
    private Mark? first;

    public void Add(YamlNode key, YamlNode value)
    {
        first ??= key.At;
        if (key is not YamlScalar scalar)
            problems.Add(key.At, "", "a key must be a single word, not a list or a map");
        else if (!seen.TryAdd(scalar.Text, scalar.At))
            problems.Add(scalar.At, "", $"the key '{Shown.Of(scalar.Text)}' is given twice; it stands on line {seen[scalar.Text].Line} "
                + "already");
        else
            own.Add(new YamlEntry(scalar, value));
    }

    public void Merge(Mark key, YamlNode value)
    {
        first ??= key;
        foreach (YamlNode source in value is YamlList list ? list.Items : [value])
        {
            if (source is YamlMap map) merged.AddRange(map.Entries);
            else problems.Add(key, "", "'<<' merges a map or a list of maps, such as '<<: *defaults'");
        }
    }

    public YamlMap Build()
    {
        foreach (YamlEntry entry in merged)
            if (seen.TryAdd(entry.Key.Text, entry.Key.At)) own.Add(entry);
        return new YamlMap(at, first ?? at, own);
    }
}
