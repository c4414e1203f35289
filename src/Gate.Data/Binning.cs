using System.Globalization;
using Gate.Data.Numerics;

namespace Gate.Data;

/// <summary>Cuts numbers into bands, so that a numeric column can form groups.</summary>
public static class Binning
{
    private static readonly double[] Quarters = [0.25, 0.5, 0.75];

    /// <summary>
    /// Bands of <paramref name="column"/>: below the first edge, from each edge (included) to the next (excluded), and from the last
    /// edge on. Categories are in ascending order and read <c>&lt;25</c>, <c>25-&lt;45</c>, <c>&gt;=65</c>; missing stays missing,
    /// and so does NaN, which lies in no band.
    /// </summary>
    /// <param name="column">The numbers to cut.</param>
    /// <param name="edges">Strictly ascending inner edges, at least one.</param>
    /// <param name="name">The name of the new column.</param>
    /// <exception cref="DataException">The column is text, or the edges do not ascend.</exception>
    public static CategoryColumn Cut(Column column, IReadOnlyList<double> edges, string name)
    {
        if (column is not NumericColumn numbers)
            throw new DataException($"column '{column.Name}' is text and cannot be cut into bins; remove its bins, or "
                + "correct the fields that are no numbers");
        double[] ascending = [.. edges];
        Check(ascending, column.Name);
        var codes = new int[numbers.Count];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = numbers.IsMissing(i) || double.IsNaN(numbers.Values[i]) ? -1 : Band(ascending, numbers.Values[i]);
        return new CategoryColumn(name, codes, Labels(numbers, ascending));
    }

    /// <summary>Edges that cut a column into quarters of its values, as short as its spread allows; fewer where values repeat, none where
    /// all are the same.</summary>
    /// <param name="column">The numbers.</param>
    public static IReadOnlyList<double> Quartiles(NumericColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        double[] sorted = [.. column.Values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0 || sorted[0] == sorted[^1]) return [];
        // A step of about a hundredth of the spread: 32 years and not 31.83, but 0.25 of shares and not 0.
        int decimals = Math.Clamp(1 - Portable.Exponent10(sorted[^1] - sorted[0]), 0, 15);
        return [.. Quarters.Select(quarter => Math.Round(sorted[(int)(quarter * (sorted.Length - 1))], decimals)).Distinct()
            .Where(edge => edge > sorted[0])];
    }

    private static void Check(double[] edges, string column)
    {
        if (edges.Length == 0) throw new DataException($"the bins of column '{column}' are empty; give at least one edge");
        for (int i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]))
                throw new DataException($"the bins of column '{column}' hold an edge that is not a finite number");
            if (i > 0 && edges[i] <= edges[i - 1])
                throw new DataException($"the bins of column '{column}' must ascend, but {Text(edges[i - 1])} comes before "
                    + $"{Text(edges[i])}");
        }
    }

    private static int Band(double[] edges, double value)
    {
        int found = Array.BinarySearch(edges, value);
        return found >= 0 ? found + 1 : ~found;
    }

    private static string[] Labels(NumericColumn column, double[] edges)
    {
        string[] texts = Array.ConvertAll(edges, edge => column.Type is ColumnType.Date or ColumnType.Timestamp
            ? column.Text(edge) : Text(edge));
        return [$"<{texts[0]}", .. texts.Zip(texts.Skip(1), (from, to) => $"{from}-<{to}"), $">={texts[^1]}"];
    }

    private static string Text(double edge) => edge.ToString("R", CultureInfo.InvariantCulture);
}
