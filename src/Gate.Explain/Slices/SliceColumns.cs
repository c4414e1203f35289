using Gate.Data;

namespace Gate.Explain.Slices;

/// <summary>Columns as slices cut them: categories as they are, numbers in quarters.</summary>
public static class SliceColumns
{
    /// <summary>What a missing value is called.</summary>
    public const string Missing = "(missing)";

    /// <summary>Up to so many different numbers are values of their own.</summary>
    private const int MostDistinct = 6;

    /// <summary>The column as categories.</summary>
    /// <param name="column">A column.</param>
    public static CategoryColumn Of(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column is not NumericColumn numbers) return column.ToCategories();
        if (numbers.Values.Where(double.IsFinite).Distinct().Take(MostDistinct + 1).Count() <= MostDistinct) return column.ToCategories();
        return Binning.Quartiles(numbers) is { Count: > 0 } edges ? Binning.Cut(numbers, edges, column.Name) : column.ToCategories();
    }

    /// <summary>A value in words.</summary>
    /// <param name="column">A column of categories.</param>
    /// <param name="code">A code; -1 for missing.</param>
    public static string Text(CategoryColumn column, int code)
    {
        ArgumentNullException.ThrowIfNull(column);
        return code < 0 ? Missing : column.Categories[code];
    }
}
