using Gate.Data;
using Gate.Evaluation.Datasets;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Checks;

/// <summary>How many groups a condition may compare. Memory and time grow with their number, and with a few rows in each nothing could be
/// decided.</summary>
internal static class GroupNumberCheck
{
    /// <summary>The most groups that the columns of one condition may form together, within the levels of its control columns.</summary>
    public const int Most = 2_000;

    /// <summary>The problem of a condition with more, or null.</summary>
    public static PolicyProblem? Check(ConditionSpec condition, Dataset data)
    {
        string[] names = [.. condition.Control, .. condition.By];
        if (names.Length == 0) return null;
        CategoryColumn[] columns = [.. condition.Control.Select(data.Control), .. condition.By.Select(name => data.Sensitive[name])];
        if (!Exceed(columns, data.Test.RowCount)) return null;
        string key = condition.Control.Count > 0 ? "control" : "by";
        string path = FormattableString.Invariant($"conditions[{condition.Index}].{key}");
        string together = string.Join(" and ", names.Select(name => $"'{Shown.Of(name)}'"));
        return new(condition.Marks.GetValueOrDefault(key, condition.At), path, FormattableString.Invariant($"{path}: {together} form more ")
            + FormattableString.Invariant($"than {Most} groups of the measured rows, and no more are compared; name fewer columns, or ")
            + "columns with fewer values");
    }

    // A set that is given up as soon as it is too large, so that it takes no more memory than the limit does.
    private static bool Exceed(CategoryColumn[] columns, int rows)
    {
        long combinations = 1;
        foreach (CategoryColumn column in columns)
        {
            if (combinations > long.MaxValue / (column.Categories.Length + 1)) return true;
            combinations *= column.Categories.Length + 1;
        }
        if (combinations <= Most) return false;
        var seen = new HashSet<long>();
        for (int row = 0; row < rows && seen.Count <= Most; row++)
        {
            long key = 0;
            foreach (CategoryColumn column in columns) key = (key * (column.Categories.Length + 1)) + column.Codes[row] + 1;
            seen.Add(key);
        }
        return seen.Count > Most;
    }
}
