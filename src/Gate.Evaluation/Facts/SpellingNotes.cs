using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Facts;

/// <summary>Names spellings of one group that differ only in case or in the spaces around them, and says where one of the parts is too
/// small to be judged.</summary>
internal static class SpellingNotes
{
    /// <summary>One note for each group that is cut.</summary>
    public static IEnumerable<string> Of(PolicyDocument policy, Dataset data) => data.Sensitive
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => Of(pair.Key, pair.Value, Floor(policy, pair.Key)));

    /// <summary>The notes of one column.</summary>
    /// <param name="name">The column as conditions name it.</param>
    /// <param name="column">Its values in the measured rows.</param>
    /// <param name="floor">The least number of rows that a group needs.</param>
    public static IEnumerable<string> Of(string name, CategoryColumn column, long floor)
    {
        var rows = new long[column.Categories.Length];
        foreach (int code in column.Codes) if (code >= 0) rows[code]++;
        foreach (IGrouping<string, int> alike in Enumerable.Range(0, rows.Length).Where(code => rows[code] > 0)
            .GroupBy(code => column.Categories[code].Trim().ToUpperInvariant(), StringComparer.Ordinal))
        {
            int[] spellings = [.. alike.OrderByDescending(code => rows[code]).ThenBy(code => column.Categories[code],
                StringComparer.Ordinal)];
            if (spellings.Length < 2) continue;
            string small = rows[spellings[^1]] < floor ? $"; the floor is {NumberText.Count(floor)} rows" : "";
            string parts = string.Join(", ", spellings.Take(6).Select(code =>
                $"'{Shown.Of(column.Categories[code])}' ({NumberText.Count(rows[code])} row{(rows[code] == 1 ? "" : "s")})"));
            yield return $"In '{name}', {parts}{(spellings.Length > 6 ? ", …" : "")} differ only in case or in spaces around them and are "
                + $"groups of their own{small}. If they are one group, give it one spelling in data.source with sql.";
        }
    }

    /// <summary>The largest floor under which the column is compared; the policy's where no condition compares it.</summary>
    private static long Floor(PolicyDocument policy, string name) => policy.Conditions.Where(condition => condition.By.Contains(name))
        .Select(condition => condition.Evidence.MinCount).DefaultIfEmpty(policy.Evidence.MinCount).Max();
}
