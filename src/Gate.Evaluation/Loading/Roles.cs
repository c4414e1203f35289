using Gate.Policy.Document;

namespace Gate.Evaluation.Loading;

/// <summary>What each column of the data is for.</summary>
internal static class Roles
{
    public const string Unused = "unused";

    /// <summary>The feature columns: those that the policy includes, or all that have no other part. Sensitive columns are features only
    /// when included by name.</summary>
    public static IReadOnlyList<string> Features(PolicyDocument policy, IReadOnlyList<string> columns)
    {
        DataSpec data = policy.Data;
        if (data.IncludeFeatures is { } included) return [.. included.Except(data.ExcludeFeatures, StringComparer.Ordinal)];
        var taken = OtherParts(policy).Select(part => part.Name).Concat(data.ExcludeFeatures).ToHashSet(StringComparer.Ordinal);
        return [.. columns.Where(name => !taken.Contains(name))];
    }

    /// <summary>The role of each column, in words.</summary>
    public static IReadOnlyDictionary<string, string> Of(PolicyDocument policy, IReadOnlyList<string> columns)
    {
        var roles = columns.ToDictionary(name => name, _ => Unused, StringComparer.Ordinal);
        if (policy.Model is TrainSpec || policy.Baseline is TrainSpec)
            foreach (string feature in Features(policy, columns)) roles[feature] = "feature";
        foreach ((string name, string role) in OtherParts(policy))
            if (roles.TryGetValue(name, out string? present)) roles[name] = present == "feature" ? $"feature, {role}" : role;
        return roles;
    }

    private static IEnumerable<(string Name, string Role)> OtherParts(PolicyDocument policy)
    {
        DataSpec data = policy.Data;
        foreach (SensitiveSpec sensitive in data.Sensitive) yield return (sensitive.Column, "sensitive");
        if (data.Weight is not null) yield return (data.Weight, "weight");
        if (data.Split?.Column is { } split) yield return (split, "split");
        foreach (ModelSpec? model in new[] { policy.Model, policy.Baseline })
        {
            if (model is not PredictionsSpec predictions) continue;
            // What joins two files says which row it is, and nothing that a model should learn.
            foreach (string key in predictions.Key) yield return (key, "key");
            if (predictions.Source is not null && !Sources.IsPredictionsFile(policy)) continue;
            if (predictions.Prediction is not null) yield return (predictions.Prediction, "prediction");
            foreach ((_, string score) in predictions.Score) yield return (score, "score");
            foreach (string end in new[] { predictions.Lower, predictions.Upper }.OfType<string>()) yield return (end, "prediction");
        }
        yield return (data.Label, "label");
    }
}
