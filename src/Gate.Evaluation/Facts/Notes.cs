using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Facts;

/// <summary>Things that a reader should know and that decide nothing.</summary>
internal static class Notes
{
    /// <summary>Of conditions and data.</summary>
    public static IReadOnlyList<string> Of(PolicyDocument policy, Dataset data, IReadOnlyList<Finding> findings) =>
    [
        .. findings.Where(finding => finding.DecideOn == "point" && finding.Interval is not null
            && finding.Outcome is Outcome.Satisfied or Outcome.Violated).Select(finding => $"The condition '{finding.Id}' was decided on "
            + "the estimate alone, as the policy says; its interval was not used."),
        .. Of(policy, data),
    ];

    /// <summary>Of the data alone, before anything is measured.</summary>
    public static IReadOnlyList<string> Of(PolicyDocument policy, Dataset data)
    {
        var notes = new List<string>();
        foreach (Column column in data.Source.Columns.Where(column => column.MissingCount == column.Count))
            notes.Add($"The column '{column.Name}' has no value at all.");
        foreach ((string name, CategoryColumn column) in data.Sensitive.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (column.MissingCount > 0)
                notes.Add($"'{name}' is missing in {NumberText.Count(column.MissingCount)} of {NumberText.Count(column.Count)} test rows; "
                    + $"they form the group {Grouping.MissingName}.");
        notes.AddRange(RepetitionNotes.Of(data.Repetition));
        notes.AddRange(SpellingNotes.Of(policy, data));
        notes.AddRange(FilterNotes.Of(policy, data));
        if (WeightNote.Of(data.Truth.Weights) is { } heavy) notes.Add(heavy);
        if (data.Classes.Count > MetricFacts.MostClasses)
            notes.Add($"There are {NumberText.Count(data.Classes.Count)} classes: with more than {MetricFacts.MostClasses}, the report has "
                + "no confusion matrix and no metric that sorts the rows once for each class (such as "
                + "roc_auc_ovr); conditions may ask for one.");
        foreach (InputFile file in data.Files.DistinctBy(file => file.Path))
            if (policy.Digests.Count == 0 && file.LacksChecksum)
                notes.Add($"The file '{Path.GetFileName(file.Path)}' carries no checksum of its own and the policy pins none, so bytes "
                    + "that changed on the way would be read as other values. 'gate check --pin' prints the digests to pin.");
        if (policy.Data.Split is null && policy.Data.Test is null && data.Train is null)
            notes.Add("All rows were measured: the policy gives no split, so make sure that the model was not trained on them.");
        return notes;
    }
}
