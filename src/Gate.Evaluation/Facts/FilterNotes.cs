using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Facts;

/// <summary>Filters that read what is predicted or what was predicted: the rows that they keep are chosen by how the model does.</summary>
internal static class FilterNotes
{
    public static IEnumerable<string> Of(PolicyDocument policy, Dataset data)
    {
        if (policy.Data.Where is { } where && Told(where, data) is { } columns)
            yield return $"The filter 'data.where' reads {columns}: which rows are measured depends on the outcome.";
        foreach (ConditionSpec condition in policy.Conditions)
            if (condition.Where is { } slice && Told(slice, data) is { } read)
                yield return $"The condition '{condition.Id}' is measured on rows that its 'where' chooses by {read}: what it says holds "
                    + "for these only.";
    }

    private static string? Told(string sql, Dataset data)
    {
        string[] read = [.. data.Roles.Where(role => role.Value.Split(", ").Intersect(["label", "prediction", "score"]).Any()
            && SqlNames.Mentions(sql, role.Key)).OrderBy(role => role.Key, StringComparer.Ordinal)
            .Select(role => $"the {role.Value} '{Shown.Of(role.Key)}'")];
        return read.Length == 0 ? null : string.Join(" and ", read);
    }
}
