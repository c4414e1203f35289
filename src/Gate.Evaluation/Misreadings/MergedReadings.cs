using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>Groups, classes and keys that a csv file writes in several ways, which reading numbers and booleans made one.</summary>
internal static class MergedReadings
{
    private const int Told = 3;

    public static IEnumerable<Misreading> Of(UsedColumns used, Table table) => used.Grouping.Concat(used.Keys)
        .Distinct(StringComparer.Ordinal).Select(name => table[name]).Where(column => column.Merged.Count > 0)
        .Select(column => Of(column, used.File));

    private static Misreading Of(Column column, string file) => new(
        $"In '{Shown.Of(column.Name)}', {string.Join("; ", column.Merged.Take(Told).Select(Text))}"
        + $"{(column.Merged.Count > Told ? "; …" : "")} are read as one {(column.Type == ColumnType.Boolean ? "truth value" : "number")} "
        + "each, and are one group, class or key. If they are not the same, read the column as text, by data.source with sql: SELECT * "
        + $"FROM read_csv('{file}', types = {{'{Shown.Of(column.Name)}': 'VARCHAR'}})", false);

    private static string Text(MergedValue value)
    {
        string[] ways = [.. value.Spellings.Select(way => $"'{Shown.Of(way.Key)}' ({NumberText.Count(way.Value)} "
            + $"row{(way.Value == 1 ? "" : "s")})")];
        return $"{string.Join(", ", ways[..^1])} and {ways[^1]}";
    }
}
