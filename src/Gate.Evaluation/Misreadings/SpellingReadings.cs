using Gate.Data;
using Gate.Evaluation.Results;
using Gate.Wording;

namespace Gate.Evaluation.Misreadings;

/// <summary>Values that are written with spaces around them, and classes that differ in nothing else. Groups are told of by
/// <c>SpellingNotes</c>, which know the floor.</summary>
internal static class SpellingReadings
{
    public static IEnumerable<Misreading> Of(UsedColumns used, Table table)
    {
        foreach (string name in used.Grouping.Concat(used.Features.Select(column => column.Name)).Distinct(StringComparer.Ordinal))
            if (table.TryGet(name, out Column? column) && column is CategoryColumn { Type: ColumnType.Text } texts)
                foreach (Misreading reading in Of(texts, name == used.Label && used.Grouping.Contains(name),
                    used.Features.Any(feature => feature.Name == name))) yield return reading;
    }

    private static IEnumerable<Misreading> Of(CategoryColumn column, bool isLabel, bool isFeature)
    {
        long[] rows = CategoryRows.Of(column);
        int[] present = [.. Enumerable.Range(0, rows.Length).Where(code => rows[code] > 0)];
        IGrouping<string, int>[] alike = [.. present.GroupBy(code => column.Categories[code].Trim().ToUpperInvariant(),
            StringComparer.Ordinal).Where(group => group.Count() > 1)];
        string name = Shown.Of(column.Name);
        if (isLabel || isFeature)
            foreach (IGrouping<string, int> group in alike)
                yield return new($"In '{name}', {Values(column, rows, group)} differ only in case or in spaces around them and are "
                    + $"{(isLabel ? "classes" : "values")} of their own{Remedy(column.Name)}.",
                    isLabel && IsOneClass(column, group, present));
        int[] spaced = [.. present.Where(code => column.Categories[code] != column.Categories[code].Trim())
            .Except(alike.SelectMany(group => group))];
        if (spaced.Length > 0)
            yield return new($"In '{name}', {Values(column, rows, spaced)} {(spaced.Length == 1 ? "has" : "have")} spaces around "
                + $"{(spaced.Length == 1 ? "it" : "them")}, so the policy must write {(spaced.Length == 1 ? "it" : "them")} so too"
                + $"{Remedy(column.Name)}.", false);
    }

    /// <summary>Classes that differ in spaces are one, and so are two in which nothing else is left of the label.</summary>
    private static bool IsOneClass(CategoryColumn column, IEnumerable<int> group, int[] present) => group.Count() == present.Length
        || group.Select(code => column.Categories[code].Trim()).Distinct(StringComparer.Ordinal).Count() < group.Count();

    private static string Values(CategoryColumn column, long[] rows, IEnumerable<int> codes)
    {
        int[] all = [.. codes.OrderByDescending(code => rows[code]).ThenBy(code => column.Categories[code], StringComparer.Ordinal)];
        return string.Join(", ", all.Take(6).Select(code => $"'{Shown.Of(column.Categories[code])}' ({NumberText.Count(rows[code])} "
            + $"row{(rows[code] == 1 ? "" : "s")})")) + (all.Length > 6 ? ", …" : "");
    }

    private static string Remedy(string name) =>
        $"; give them one spelling in data.source with sql, such as trim(\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\")";
}
