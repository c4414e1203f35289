using Gate.Data;
using Gate.Models;

namespace Gate.Explain.Agnostic;

/// <summary>Two tables, one below the other, of which mixtures are taken column by column.</summary>
internal static class StackedRows
{
    /// <summary>The columns that a model reads.</summary>
    /// <exception cref="ModelException">A column is a number in one table and a category in the other.</exception>
    public static Column[] Of(IReadOnlyList<string> names, Table upper, Table lower) =>
        [.. names.Select(name => Stack(upper[name], lower[name]))];

    private static Column Stack(Column upper, Column lower)
    {
        bool[]? missing = upper.Missing is null && lower.Missing is null ? null
            : [.. upper.Missing ?? new bool[upper.Count], .. lower.Missing ?? new bool[lower.Count]];
        if (upper is NumericColumn above && lower is NumericColumn below)
            return new NumericColumn(upper.Name, [.. above.Values, .. below.Values], upper.Type, missing);
        // A column without any value has no kind of its own.
        if (upper is NumericColumn != lower is NumericColumn && upper.MissingCount < upper.Count && lower.MissingCount < lower.Count)
            throw new ModelException($"column '{upper.Name}' holds numbers in the explained rows or in the background, and texts in the "
                + "other; give both the same type");
        CategoryColumn first = Categories(upper), second = Categories(lower);
        string[] all = [.. first.Categories.Concat(second.Categories).Distinct(StringComparer.Ordinal)];
        var code = all.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        int[] CodesOf(CategoryColumn column) => Array.ConvertAll(column.Codes, own => own < 0 ? -1 : code[column.Categories[own]]);
        return new CategoryColumn(upper.Name, [.. CodesOf(first), .. CodesOf(second)], all, upper.Type, missing);
    }

    private static CategoryColumn Categories(Column column) => column is CategoryColumn category ? category
        : new CategoryColumn(column.Name, [.. Enumerable.Repeat(-1, column.Count)], [], column.Type);
}
