using Gate.Policy.Document;
using Gate.Policy.Keys;
using Gate.Policy.Language;
using Gate.Policy.Messages;
using Gate.Policy.Yaml;
using Gate.Wording;

namespace Gate.Policy.Reading;

/// <summary>Reads the <c>data</c> section.</summary>
internal sealed class DataBinder(Section section, PolicyTask? task, ulong seed, Problems problems)
{
    public DataSpec Bind(Mark at)
    {
        TaskCheck.OnlyBinary(section, DataKeys.Positive, task);
        Section? features = section.Get(DataKeys.Features);
        var data = new DataSpec
        {
            Source = section.Get(DataKeys.Source),
            Sql = section.Child(DataKeys.Source.Name)?.Get(DataKeys.Sql),
            Test = section.Has(DataKeys.Test) ? section.Get(DataKeys.Test) : null,
            Split = SplitOf(section.Get(DataKeys.Split)),
            Where = section.Get(DataKeys.Where),
            NaValues = section.Get(DataKeys.NaValues),
            Label = section.Get(DataKeys.Label) ?? "",
            Positive = section.Get(DataKeys.Positive),
            Weight = section.Get(DataKeys.Weight),
            Sensitive = SensitiveColumns(),
            IncludeFeatures = features is not null && features.Has(FeatureKeys.Include) ? features.Get(FeatureKeys.Include) : null,
            ExcludeFeatures = features?.Get(FeatureKeys.Exclude) ?? [],
            SharedRows = section.Get(DataKeys.SharedRows),
            PerfectFeatures = section.Get(DataKeys.PerfectFeatures),
            At = at,
            Marks = section.Marks(DataKeys.Shape),
        };
        CheckParts(data, features);
        return data;
    }

    private SplitSpec? SplitOf(Section? split) =>
        split is null ? null : new SplitSpec(split.Get(SplitKeys.Test), (ulong?)split.Get(SplitKeys.Seed) ?? seed,
            split.Get(SplitKeys.Stratify), split.Get(SplitKeys.Column));

    private List<SensitiveSpec> SensitiveColumns()
    {
        var all = new List<SensitiveSpec>();
        var seen = new Dictionary<string, Mark>(StringComparer.Ordinal);
        foreach ((YamlNode node, string path) in section.Entries(DataKeys.Sensitive))
        {
            if (Sensitive(node, path) is not { } sensitive) continue;
            if (seen.TryGetValue(sensitive.As, out Mark first))
                problems.Add(node, path, $"the sensitive column '{Shown.Of(sensitive.As)}' is declared on line {first.Line} already; "
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
        if (Section.Of(node, path, problems) is not { } entry || entry.Get(SensitiveKeys.Column) is not { } column) return null;
        return new SensitiveSpec(column, Bins(entry), entry.Get(SensitiveKeys.As) ?? column);
    }

    private double[]? Bins(Section entry)
    {
        if (!entry.Has(SensitiveKeys.Bins)) return null;
        (YamlScalar Node, string Path, double Edge)[] edges =
            [.. entry.Entries(SensitiveKeys.Bins).Where(e => e.Node is YamlScalar)
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
            section.RefuseKey(DataKeys.Weight, "the label cannot be the weight too");
        if (data.Split?.Column is { } column && column == data.Label)
            problems.Add(section.KeyAt(DataKeys.Split), "data.split.column", "the label cannot say the part of a row too");
        foreach ((YamlNode node, string path) in features?.Entries(FeatureKeys.Include) ?? [])
        {
            if (node is not YamlScalar scalar) continue;
            if (scalar.Text == data.Label) problems.Add(node, path, "the label cannot be a feature");
            else if (scalar.Text == data.Weight) problems.Add(node, path, "the weight cannot be a feature");
            else if (scalar.Text == data.Split?.Column) problems.Add(node, path, "the column that splits the rows cannot be a feature");
            else if (data.ExcludeFeatures.Contains(scalar.Text))
                problems.Add(node, path, $"the column '{Shown.Of(scalar.Text)}' is included and excluded");
        }
    }
}
