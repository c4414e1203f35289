using Gate.Data;
using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Loading;
using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Evaluation.Facts;

/// <summary>What the report says of the data: aggregates, never rows.</summary>
internal static class DataFactsBuilder
{
    public static DataFacts Build(PolicyDocument policy, Dataset data) => new(
        SourceNames(policy),
        data.TotalRows, data.Train?.RowCount ?? 0, data.Test.RowCount, data.SplitText, policy.Data.Where,
        policy.Data.Label, data.Task == TaskType.BinaryClassification ? data.Classes[1] : null, policy.Data.Weight,
        [.. data.Source.Columns.Select(column => Column(column, data))], LabelCounts(data))
    {
        Repetition = new(data.Repetition.Repeated, data.Repetition.MostEqual, data.Repetition.Shared?.Found,
            data.Repetition.Shared?.ByChance, data.Repetition.Keys?.Repeated, data.Repetition.Keys?.InTraining),
    };

    private static string[] SourceNames(PolicyDocument policy) => policy switch
    {
        { Data.Sql: not null } => ["sql"],
        { Data.Source.Count: 0 } when CandidateForms.Of(policy.Model).AllRows(policy.Model) is { } only => [only],
        _ => [.. policy.Data.Source, .. policy.Data.Test ?? []],
    };

    private static ColumnFacts Column(Column column, Dataset data) => new(
        column.Name, column.Type.ToString().ToLowerInvariant(), data.Roles.GetValueOrDefault(column.Name, Roles.Unused),
        column.MissingCount, column is CategoryColumn categories ? categories.Categories.Length : null);

    private static NamedCount[] LabelCounts(Dataset data)
    {
        if (data.Truth.Labels is not { } codes) return [];
        var counts = new long[data.Classes.Count];
        foreach (int code in codes) counts[code]++;
        return [.. counts.Select((count, code) => new NamedCount(data.Classes[code], count))];
    }
}
