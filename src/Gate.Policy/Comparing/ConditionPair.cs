using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Policy.Comparing;

/// <summary>A condition as two policies have it.</summary>
/// <param name="Before">In the earlier one.</param>
/// <param name="After">In the later one.</param>
internal sealed record ConditionPair(ConditionSpec Before, ConditionSpec After)
{
    /// <summary>The conditions that both policies have: by their ids, and where that was changed, by what they measure.</summary>
    public static IReadOnlyList<ConditionPair> Of(PolicyDocument before, PolicyDocument after, PolicyVocabulary vocabulary)
    {
        Dictionary<string, ConditionSpec> later = after.Conditions.ToDictionary(condition => condition.Id, StringComparer.Ordinal);
        List<ConditionPair> pairs = [.. before.Conditions.Where(condition => later.ContainsKey(condition.Id))
            .Select(condition => new ConditionPair(condition, later[condition.Id]))];
        HashSet<string> paired = [.. pairs.Select(pair => pair.Before.Id)];
        ILookup<string, ConditionSpec> left = Unpaired(before), right = Unpaired(after);
        // A name alone that was changed loosens nothing. Two that measure the same cannot be told apart without their names.
        foreach (IGrouping<string, ConditionSpec> same in left.Where(same => same.Count() == 1 && right[same.Key].Count() == 1))
            pairs.Add(new(same.Single(), right[same.Key].Single()));
        return pairs;

        ILookup<string, ConditionSpec> Unpaired(PolicyDocument policy) => policy.Conditions
            .Where(condition => !paired.Contains(condition.Id)).ToLookup(condition => Measured(condition, vocabulary));
    }

    /// <summary>What a condition measures, as a text that two conditions share when they measure the same.</summary>
    private static string Measured(ConditionSpec condition, PolicyVocabulary vocabulary) => string.Join('\n',
    [
        vocabulary.FindMetric(condition.Metric)?.Name ?? condition.Metric, condition.Class ?? "", condition.Where ?? "",
        $"{condition.Compare}", $"{condition.Method}", $"{condition.Levels}",
        .. condition.By.Append("\0by"), .. condition.Control.Append("\0control"), .. condition.Features.Append("\0features"),
        $"{condition.Reference?.Kind}", .. condition.Reference?.Values ?? [], "\0reference",
        .. condition.Parameters.OrderBy(given => given.Key, StringComparer.Ordinal)
            .Select(given => FormattableString.Invariant($"{given.Key}={given.Value:R}")),
    ]);
}
