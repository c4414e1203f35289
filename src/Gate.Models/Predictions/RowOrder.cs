using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Predictions;

/// <summary>Whether two tables that are taken row by row are in one order: columns that both have, and that say so, must agree.</summary>
public static class RowOrder
{
    /// <summary>
    /// Refuses a column of both tables that tells the rows apart, or that holds the same values in both, where it differs in any row. Other
    /// columns may differ: one of the tables may have scaled a feature, or filled it up.
    /// </summary>
    /// <param name="data">The first table.</param>
    /// <param name="other">The second table, of as many rows.</param>
    /// <param name="said">Columns of <paramref name="other"/> that hold what the model said; they are not looked at.</param>
    /// <exception cref="ModelException">The tables are in another order, or of other rows.</exception>
    public static void Require(Table data, Table other, IReadOnlyCollection<string> said)
    {
        foreach (Column left in data.Columns)
        {
            if (said.Contains(left.Name) || !other.TryGet(left.Name, out Column? right) || FirstDifference(left, right) is not { } row)
                continue;
            Dictionary<string, int> own = Counts(left), theirs = Counts(right);
            bool tellsApart = own.Count == left.Count && theirs.Count == right.Count;
            bool isSame = own.Count == theirs.Count && own.All(value => theirs.GetValueOrDefault(value.Key) == value.Value);
            if (!tellsApart && !isSame) continue;
            string name = Shown.Of(left.Name);
            throw new ModelException($"the predictions are taken row by row, but '{name}', which they and the data both have, differs: in "
                + $"row {row + 1} it is {Value(left, row)} in the data and {Value(right, row)} in the predictions; "
                + (tellsApart ? $"give 'key: {name}' to join them by it"
                    : "give a key column to join them by, or put the file in the order of the data"));
        }
    }

    private static int? FirstDifference(Column left, Column right)
    {
        for (int row = 0; row < left.Count; row++)
            if (!IsSame(left, right, row)) return row;
        return null;
    }

    // Texts of numbers are made only where the numbers say nothing.
    private static bool IsSame(Column left, Column right, int row) =>
        left is NumericColumn one && right is NumericColumn two && one.Type == two.Type
            ? one.IsMissing(row) == two.IsMissing(row) && one.Values[row].Equals(two.Values[row])
            : left.TextAt(row) == right.TextAt(row);

    private static Dictionary<string, int> Counts(Column column)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        CategoryColumn categories = column.ToCategories();
        foreach (int code in categories.Codes)
        {
            // No value is written so.
            string text = code < 0 ? "\0" : categories.Categories[code];
            counts[text] = counts.GetValueOrDefault(text) + 1;
        }
        return counts;
    }

    private static string Value(Column column, int row) => column.TextAt(row) is { } text ? $"'{Shown.Of(text)}'" : "missing";
}
