using Gate.Data;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Facts;

/// <summary>Things that a reader should know and that decide nothing.</summary>
internal static class Notes
{
    public static IReadOnlyList<string> Of(PolicyDocument policy, Dataset data, IReadOnlyList<Finding> findings)
    {
        var notes = new List<string>();
        foreach (Column column in data.Source.Columns.Where(column => column.MissingCount == column.Count))
            notes.Add($"The column '{column.Name}' has no value at all.");
        foreach ((string name, CategoryColumn column) in data.Sensitive.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (column.MissingCount > 0)
                notes.Add($"'{name}' is missing in {NumberText.Count(column.MissingCount)} of {NumberText.Count(column.Count)} test rows; "
                    + $"they form the group {Grouping.MissingName}.");
        foreach (Finding finding in findings.Where(finding => finding.DecideOn == "point" && finding.Interval is not null
            && finding.Outcome is "satisfied" or "violated"))
            notes.Add($"The condition '{finding.Id}' was decided on the estimate alone, as the policy says; its interval was not used.");
        if (policy.Data.Split is null && policy.Data.Test is null && data.Train is null)
            notes.Add("All rows were measured: the policy gives no split, so make sure that the model was not trained on them.");
        return notes;
    }
}
