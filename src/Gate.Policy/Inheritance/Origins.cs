using Gate.Policy.Document;
using Gate.Policy.Language;
using Gate.Policy.Reading;
using Gate.Policy.Yaml;

namespace Gate.Policy.Inheritance;

/// <summary>Where the conditions of a policy come from.</summary>
internal static class Origins
{
    /// <summary>The conditions with what the extended policies have for them.</summary>
    public static IReadOnlyList<ConditionSpec> Of(IReadOnlyList<PolicyLayer> layers, IReadOnlyList<ConditionSpec> conditions)
    {
        if (layers.Count < 2) return conditions;
        var first = new Dictionary<string, Mark>(StringComparer.Ordinal);
        foreach (PolicyLayer layer in layers.SkipLast(1))
            foreach ((string id, YamlMap condition) in Named(layer.Merged)) first.TryAdd(id, condition.FirstKey);
        Dictionary<string, YamlMap> last = Named(layers[^2].Merged).ToDictionary(named => named.Id, named => named.Condition);
        return [.. conditions.Select(condition => first.TryGetValue(condition.Id, out Mark at)
            ? condition with { Inherited = new(at, [.. Bounds(last[condition.Id])]) } : condition)];
    }

    private static IEnumerable<(string Id, YamlMap Condition)> Named(YamlMap layer) =>
        layer.Find(PolicyLanguage.Conditions.Name) is not YamlList list ? []
            : ConditionIds.Of(list).Zip(list.Items).Where(named => named.Second is YamlMap)
                .Select(named => (named.First, (YamlMap)named.Second));

    private static IEnumerable<InheritedBound> Bounds(YamlMap condition) => condition.Entries
        .Where(entry => ConditionKeys.Bounds.Any(bound => bound.Name == entry.Key.Text) && entry.Value is YamlScalar { IsNumber: true })
        .Select(entry => new InheritedBound(entry.Key.Text, CoreSchema.ToDouble((YamlScalar)entry.Value), entry.Key.At));
}
