using Gate.Evaluation.Candidates;
using Gate.Evaluation.Inputs;
using Gate.Policy.Document;

namespace Gate.Evaluation.Loading;

/// <summary>What each column of the data is for.</summary>
internal static class Roles
{
    public const string Unused = "unused";

    /// <summary>The feature columns: those that the policy includes, or all that have no other part. Sensitive columns are features only
    /// when included by name.</summary>
    public static IReadOnlyList<string> Features(RunInputs inputs, IReadOnlyList<string> columns)
    {
        DataSpec data = inputs.Policy.Data;
        if (data.IncludeFeatures is { } included) return included;
        var taken = OtherParts(inputs).Select(part => part.Name).Concat(data.ExcludeFeatures).ToHashSet(StringComparer.Ordinal);
        return [.. columns.Where(name => !taken.Contains(name))];
    }

    /// <summary>The role of each column, in words.</summary>
    public static IReadOnlyDictionary<string, string> Of(RunInputs inputs, IReadOnlyList<string> columns)
    {
        var roles = columns.ToDictionary(name => name, _ => Unused, StringComparer.Ordinal);
        if (PlacedModel.Of(inputs).Any(model => CandidateForms.Of(model.Spec).ReadsFeatures))
            foreach (string feature in Features(inputs, columns)) roles[feature] = "feature";
        foreach ((string name, string role) in OtherParts(inputs))
            if (roles.TryGetValue(name, out string? present)) roles[name] = present == "feature" ? $"feature, {role}" : role;
        return roles;
    }

    private static IEnumerable<(string Name, string Role)> OtherParts(RunInputs inputs)
    {
        DataSpec data = inputs.Policy.Data;
        foreach (SensitiveSpec sensitive in data.Sensitive) yield return (sensitive.Column, "sensitive");
        if (data.Weight is not null) yield return (data.Weight, "weight");
        if (data.Split?.Column is { } split) yield return (split, "split");
        // What names a row says nothing that a model should learn.
        if (inputs.Policy.Explain?.Rows?.Id is { } id) yield return (id, "id");
        foreach (PlacedModel model in PlacedModel.Of(inputs))
            foreach ((string name, string role) in CandidateForms.Of(model.Spec).Columns(model)) yield return (name, role);
        yield return (data.Label, "label");
    }
}
