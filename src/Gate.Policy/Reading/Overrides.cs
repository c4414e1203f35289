using System.Globalization;
using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Applies <c>--set path=value</c> to the tree, before anything is checked: what results is held against the language like any
/// file.</summary>
internal sealed class Overrides
{
    private readonly string source;
    private readonly string path;
    private readonly string value;
    private readonly Problems problems;

    private Overrides(string path, string value, Problems problems) =>
        (this.path, this.value, this.problems, source) = (path, value, problems, $"--set {Shown.Of(path)}={Shown.Of(value)}");

    /// <summary>The tree with all overrides applied in order; those that cannot be are recorded as problems.</summary>
    public static YamlMap Apply(YamlMap root, IReadOnlyList<KeyValuePair<string, string>> overrides, Problems problems)
    {
        foreach ((string path, string value) in overrides)
        {
            var one = new Overrides(path, value, problems);
            if (one.Set(root, path, "") is YamlMap changed) root = changed;
        }
        return root;
    }

    /// <summary>The node with the rest of the path set, or null when that is impossible. Nodes are shared by aliases, so what changes is
    /// made anew.</summary>
    private YamlNode? Set(YamlNode node, string rest, string done) => node switch
    {
        _ when rest.Length == 0 && done.Length > 0 => Parse(node.At),
        YamlMap map => InMap(map, rest, done),
        YamlList list => InList(list, rest, done),
        YamlScalar { Kind: ScalarKind.Null } => InMap(new YamlMap(node.At, node.At, [], source), rest, done),
        _ => Fail(node.At, done, $"holds {Expected.Found(node)}, which has no keys; set '{Shown.Of(done)}' itself"),
    };

    private YamlNode? InMap(YamlMap map, string rest, string done)
    {
        // The root has no dot before its keys; below it there is exactly one.
        if (done.Length > 0 && rest[0] == '.') rest = rest[1..];
        int end = rest.AsSpan().IndexOfAny('.', '[') is >= 0 and int found ? found : rest.Length;
        string key = rest[..end];
        if (key.Length == 0)
            return Fail(map.At, path, "is no path; write keys with dots between, such as model.threshold or conditions[0].max");
        string below = KeyPath.Below(done, key);
        int index = map.Entries.TakeWhile(entry => entry.Key.Text != key).Count();
        bool exists = index < map.Entries.Count;
        YamlScalar name = exists ? map.Entries[index].Key : new YamlScalar(map.FirstKey, key, ScalarKind.Text, source);
        YamlNode old = exists ? map.Entries[index].Value : new YamlScalar(map.FirstKey, "", ScalarKind.Null, source);
        if (Set(old, rest[end..], below) is not { } changed) return null;
        YamlEntry[] entries = [.. map.Entries.Take(index), new YamlEntry(name, changed), .. map.Entries.Skip(index + 1)];
        return new YamlMap(map.At, map.FirstKey, entries, map.Source);
    }

    private YamlNode? InList(YamlList list, string rest, string done)
    {
        if (Index(list, ref rest, done) is not { } index) return null;
        if (index >= list.Items.Count)
            return Fail(list.At, $"{done}[{index}]",
                FormattableString.Invariant($"does not exist; '{done}' has {list.Items.Count} entries, counted from 0"));
        return Set(list.Items[index], rest, KeyPath.Entry(done, index)) is { } changed
            ? new YamlList(list.At, [.. list.Items.Take(index), changed, .. list.Items.Skip(index + 1)], list.Source)
            : null;
    }

    private int? Index(YamlList list, ref string rest, string done)
    {
        int close = rest.IndexOf(']', StringComparison.Ordinal);
        if (rest[0] == '[' && close > 0 && int.TryParse(rest[1..close], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            rest = rest[(close + 1)..];
            return index;
        }
        if (done == "conditions" && rest[0] == '.') return ById(list, ref rest);
        Fail(list.At, done, $"is a list; name an entry, such as {done}[0]");
        return null;
    }

    // Ids may hold dots, so the longest one that the path starts with is meant.
    private int? ById(YamlList list, ref string rest)
    {
        string[] ids = ConditionIds.Of(list);
        string wanted = rest[1..];
        int best = -1;
        for (int i = 0; i < ids.Length; i++)
        {
            bool starts = wanted.StartsWith(ids[i], StringComparison.Ordinal)
                && (wanted.Length == ids[i].Length || wanted[ids[i].Length] is '.' or '[');
            if (starts && (best < 0 || ids[i].Length > ids[best].Length)) best = i;
        }
        if (best < 0)
        {
            string name = wanted.LastIndexOf('.') is > 0 and int dot ? wanted[..dot] : wanted;
            Fail(list.At, path, $"there is no condition with the id '{Shown.Of(name)}'{NearestName.Hint(name, ids)}");
            return null;
        }
        rest = wanted[ids[best].Length..];
        return best;
    }

    private YamlNode? Parse(Mark at)
    {
        // The value's own positions mean nothing to the reader of a message, so its problems are gathered apart.
        var own = new Problems("--set");
        try
        {
            YamlNode node = YamlLoader.Load(value, own);
            own.ThrowIfAny();
            return At(node, at);
        }
        catch (PolicyException e)
        {
            return Fail(at, path, e.Problems[0].Message + "; put the value in quotes, as YAML asks");
        }
    }

    private YamlNode At(YamlNode node, Mark at) => node switch
    {
        YamlScalar scalar => new YamlScalar(at, scalar.Text, scalar.Kind, source),
        YamlList list => new YamlList(at, [.. list.Items.Select(item => At(item, at))], source),
        YamlMap map =>
            new YamlMap(at, at, [.. map.Entries.Select(entry => new YamlEntry((YamlScalar)At(entry.Key, at), At(entry.Value, at)))],
            source),
        _ => throw new ArgumentException("unknown node", nameof(node)),
    };

    private YamlNode? Fail(Mark at, string where, string message)
    {
        problems.Add(at, where, message, source);
        return null;
    }
}
