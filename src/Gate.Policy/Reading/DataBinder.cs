using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Yaml;

namespace Gate.Policy.Reading;

/// <summary>Reads the <c>data</c> section.</summary>
internal sealed class DataBinder(Section section, MapShape shape, PolicyTask? task, ulong seed, Problems problems)
{
    public DataSpec Bind(Mark at)
    {
        TaskCheck.OnlyBinary(section, "positive", task, problems);
        Section? features = section.Child("features");
        var data = new DataSpec
        {
            Source = section.Node("source") is YamlMap ? [] : section.Texts("source"),
            Sql = section.Child("source")?.Text("sql"),
            Test = section.Has("test") ? section.Texts("test") : null,
            Split = SplitOf(section.Child("split")),
            Where = section.Text("where"),
            NaValues = section.Texts("na_values"),
            Label = section.Text("label") ?? "",
            Positive = section.Text("positive"),
            Weight = section.Text("weight"),
            Sensitive = SensitiveColumns(),
            IncludeFeatures = features is not null && features.Has("include") ? features.Texts("include") : null,
            ExcludeFeatures = features?.Texts("exclude") ?? [],
            At = at,
            Marks = Marks.Below(section.Map, shape),
        };
        CheckParts(data, features);
        return data;
    }

    private SplitSpec? SplitOf(Section? split) =>
        split is null ? null : new SplitSpec(split.Number("test"), (ulong)(split.Number("seed") ?? seed), split.Texts("stratify"),
            split.Text("column"));

    private List<SensitiveSpec> SensitiveColumns()
    {
        var all = new List<SensitiveSpec>();
        var seen = new Dictionary<string, Mark>(StringComparer.Ordinal);
        foreach ((YamlNode node, string path) in section.Entries("sensitive"))
        {
            if (Sensitive(node, path) is not { } sensitive) continue;
            if (seen.TryGetValue(sensitive.As, out Mark first))
                problems.Add(node, path, $"the sensitive column '{Words.Short(sensitive.As)}' is declared on line {first.Line} already; "
                    + "give one of them another name with 'as'");
            else
                seen.Add(sensitive.As, node.At);
            all.Add(sensitive);
        }
        return all;
    }

    private SensitiveSpec? Sensitive(YamlNode node, string path)
    {
        if (node is YamlScalar name) return new SensitiveSpec(name.Text, null, name.Text);
        if (Section.Of(node, path, problems) is not { } entry || entry.Text("column") is not { } column) return null;
        return new SensitiveSpec(column, Bins(entry), entry.Text("as") ?? column);
    }

    private double[]? Bins(Section entry)
    {
        if (!entry.Has("bins")) return null;
        (YamlScalar Node, string Path, double Edge)[] edges =
            [.. entry.Entries("bins").Where(e => e.Node is YamlScalar)
                .Select(e => ((YamlScalar)e.Node, e.Path, CoreSchema.ToDouble((YamlScalar)e.Node)))];
        for (int i = 1; i < edges.Length; i++)
        {
            if (!(edges[i].Edge > edges[i - 1].Edge))
                problems.Add(edges[i].Node, edges[i].Path,
                    $"edges must ascend, and {edges[i].Node.Text} does not lie above {edges[i - 1].Node.Text}");
        }
        return Array.ConvertAll(edges, edge => edge.Edge);
    }

    // A feature that is the label, or that says in which part a row is, would let the model see the answer.
    private void CheckParts(DataSpec data, Section? features)
    {
        if (data.Weight is not null && data.Weight == data.Label)
            problems.Add(section.KeyAt("weight"), section.Below("weight"), "the label cannot be the weight too");
        if (data.Split?.Column is { } column && column == data.Label)
            problems.Add(section.KeyAt("split"), "data.split.column", "the label cannot say the part of a row too");
        foreach ((YamlNode node, string path) in features?.Entries("include") ?? [])
        {
            if (node is not YamlScalar scalar) continue;
            if (scalar.Text == data.Label) problems.Add(node, path, "the label cannot be a feature");
            else if (scalar.Text == data.Weight) problems.Add(node, path, "the weight cannot be a feature");
            else if (scalar.Text == data.Split?.Column) problems.Add(node, path, "the column that splits the rows cannot be a feature");
            else if (data.ExcludeFeatures.Contains(scalar.Text))
                problems.Add(node, path, $"the column '{Words.Short(scalar.Text)}' is included and excluded");
        }
    }
}
