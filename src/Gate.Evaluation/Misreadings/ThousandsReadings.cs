using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>Numbers such as <c>1.234</c> beside <c>950</c>: probably thousands, of which reading made 1.234 and 950. Where the label is
/// such a column and the whole numbers are the larger ones, nothing that is measured means anything.</summary>
internal static class ThousandsReadings
{
    /// <summary>Enough rows of either form not to be an accident.</summary>
    private const int FewestPointed = 20, FewestPlain = 3;

    public static IEnumerable<Misreading> Of(UsedColumns used, Dataset data) => ((Table?[])[data.Source, data.Train])
        .OfType<Table>().SelectMany(table => table.Columns).Where(column => column.Pointed is not null
            && data.Roles.TryGetValue(column.Name, out string? role) && role != Loading.Roles.Unused)
        .DistinctBy(column => column.Name, StringComparer.Ordinal)
        .Select(column => Of(column.Name, column.Pointed!, used.File, data.Task == TaskType.Regression && column.Name == used.Label));

    private static Misreading Of(string column, PointedThousands found, string file, bool isNumberedLabel)
    {
        string name = $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", shown = Shown.Of(column);
        return new($"'{shown}': {NumberText.Count(found.Pointed)} {(found.Pointed == 1 ? "value has" : "values have")} a point and three "
            + $"digits (such as '{Shown.Of(found.Example)}') and {NumberText.Count(found.Plain)} "
            + $"{(found.Plain == 1 ? "is a whole number" : "are whole numbers")} below 1,000, and there are no others: the points probably "
            + $"stand between thousands, and were read as decimal points. Then read it by data.source with sql: SELECT * REPLACE "
            + $"(CAST(replace({name}, '.', '') AS DOUBLE) AS {name}) FROM read_csv('{file}', types = {{'{shown}': 'VARCHAR'}}); if they "
            + $"are decimal points, with sql: SELECT * FROM read_csv('{file}')",
            isNumberedLabel && found.PlainIsLarger && found.Pointed >= FewestPointed && found.Plain >= FewestPlain);
    }
}
