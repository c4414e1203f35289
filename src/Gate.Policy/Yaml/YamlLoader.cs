using Gate.Policy.Messages;
using Gate.Wording;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = Gate.Policy.Document.Mark;
using PolicyException = Gate.Policy.Document.PolicyException;

namespace Gate.Policy.Yaml;

/// <summary>Turns YAML text into a tree with positions: anchors and merge keys resolved, limits kept.</summary>
internal sealed class YamlLoader
{
    private readonly Parser parser;
    private readonly Problems problems;
    private readonly Dictionary<string, (YamlNode? Node, int Size)> anchors = [];
    private int nodes;
    private int aliasNodes;

    private readonly string text;
    private readonly string? file;

    private YamlLoader(string text, Problems problems, string? file) =>
        (this.text, parser, this.problems, this.file) = (text, new Parser(new StringReader(text)), problems, file);

    /// <summary>The one document of a text; an empty text is null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Told what is wrong.</param>
    /// <param name="file">The file that places name; null for the policy itself.</param>
    /// <exception cref="Document.PolicyException">The text is not YAML, or exceeds a limit.</exception>
    public static YamlNode Load(string text, Problems problems, string? file = null) => new YamlLoader(text, problems, file).Document();

    private YamlNode Document()
    {
        Next();
        ParsingEvent e = Next();
        if (e is StreamEnd) return new YamlScalar(At(e.Start), "", ScalarKind.Null);
        YamlNode root = Node(Next(), depth: 0);
        Next();
        e = Next();
        return e is StreamEnd ? root : throw problems.Fatal(At(e.Start), "a second YAML document starts here; a policy is one document");
    }

    private ParsingEvent Next()
    {
        try
        {
            while (parser.MoveNext())
                if (parser.Current is not Comment and { } current) return current;
            throw problems.Fatal("the YAML ends too early");
        }
        catch (YamlException e)
        {
            throw NotYaml(At(e.Start), Shown.OneLine(e.Message).TrimEnd('.') + Indented(e));
        }
        // The parser's own slips on malformed text; nothing but parsing happens inside the try.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException
            or IndexOutOfRangeException)
        {
            throw NotYaml(At(parser.Current?.End ?? Start),
                "a bracket, a brace or a quote that is opened here or before is probably not closed");
        }
    }

    private PolicyException NotYaml(Mark at, string what) => YamlTabs.After(text, at) is { } tab
        ? problems.Fatal(tab with { File = file },
            "this line begins with a tab, and YAML is indented with spaces only; write spaces in its place")
        : problems.Fatal(at, $"this is not YAML: {what}");

    // What the parser misses is nearly always there, and indented otherwise than what it belongs to.
    private static string Indented(Exception error) =>
        error.Message.Contains("did not find expected", StringComparison.Ordinal)
            ? "; is this line indented like the others of its map or list?" : "";

    private YamlNode Node(ParsingEvent e, int depth)
    {
        if (depth > PolicyLimits.Depth)
            throw problems.Fatal(At(e.Start), $"lists and maps are nested more than {PolicyLimits.Depth} deep");
        if (e is AnchorAlias alias) return Alias(alias);

        string? anchor = e is NodeEvent { Anchor: { IsEmpty: false } name } ? name.Value : null;
        if (anchor is not null) anchors[anchor] = (null, 0);
        int before = nodes++;
        YamlNode node = e switch
        {
            Scalar scalar => ScalarOf(scalar),
            SequenceStart sequence => ListOf(sequence, depth),
            MappingStart mapping => MapOf(mapping, depth),
            _ => throw problems.Fatal(At(e.Start), "this is not YAML: a value is missing"),
        };
        if (anchor is not null) anchors[anchor] = (node, nodes - before);
        return node;
    }

    private YamlNode Alias(AnchorAlias alias)
    {
        string name = alias.Value.Value;
        if (!anchors.TryGetValue(name, out (YamlNode? Node, int Size) target))
            throw problems.Fatal(At(alias.Start),
                $"the alias '*{name}' has no anchor '&{name}' before it{NearestName.Hint(name, anchors.Keys)}");
        if (target.Node is null) throw problems.Fatal(At(alias.Start), $"the alias '*{name}' stands inside its own anchor");
        aliasNodes += target.Size;
        nodes += target.Size;
        return aliasNodes <= PolicyLimits.AliasNodes
            ? target.Node
            : throw problems.Fatal(At(alias.Start), $"aliases repeat more than {PolicyLimits.AliasNodes} values; write "
                + "the policy out or shorten it");
    }

    private YamlScalar ScalarOf(Scalar scalar)
    {
        bool plain = scalar.Style == ScalarStyle.Plain;
        ScalarKind natural = plain ? CoreSchema.KindOfPlain(scalar.Value) : ScalarKind.Text;
        ScalarKind kind = scalar.Tag.IsEmpty ? natural : YamlTags.Kind(scalar, At(scalar.Start), problems);
        return new YamlScalar(At(scalar.Start), scalar.Value, kind);
    }

    private YamlList ListOf(SequenceStart start, int depth)
    {
        YamlTags.RequireCollection(start.Tag, "seq", At(start.Start), problems);
        var items = new List<YamlNode>();
        for (ParsingEvent e = Next(); e is not SequenceEnd; e = Next()) items.Add(Node(e, depth + 1));
        return new YamlList(At(start.Start), items);
    }

    private YamlMap MapOf(MappingStart start, int depth)
    {
        YamlTags.RequireCollection(start.Tag, "map", At(start.Start), problems);
        var map = new MapBuilder(At(start.Start), problems);
        for (ParsingEvent e = Next(); e is not MappingEnd; e = Next())
        {
            bool merge = e is Scalar { Style: ScalarStyle.Plain, Value: "<<" } scalar
                && (scalar.Tag.IsEmpty || scalar.Tag == YamlTags.Merge);
            YamlNode key = Node(e, depth + 1);
            YamlNode value = Node(Next(), depth + 1);
            if (merge) map.Merge(key.At, value);
            else map.Add(key, value);
        }
        return map.Build();
    }

    private static YamlDotNet.Core.Mark Start => YamlDotNet.Core.Mark.Empty;

    private Mark At(YamlDotNet.Core.Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column)) { File = file };
}
