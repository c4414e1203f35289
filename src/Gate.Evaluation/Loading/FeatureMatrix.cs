using Gate.Data;

namespace Gate.Evaluation.Loading;

/// <summary>
/// The features as numbers, for metrics of similar rows: numbers on the scale of their standard deviation (else the unit of one column
/// would decide what is near), a missing one at the mean and marked in a column of its own; texts one column a value.
/// </summary>
internal static class FeatureMatrix
{
    private const long MostNumbers = 400_000_000;

    /// <summary>Row-major, rows × columns of the encoding.</summary>
    /// <exception cref="DataException">There is no feature, or the encoding would be too large.</exception>
    public static double[] Of(Table table, IReadOnlyList<string> features)
    {
        Column[] columns = [.. features.Select(name => table[name])];
        int[] widths = Array.ConvertAll(columns, Width);
        long width = widths.Sum(one => (long)one);
        if (width == 0) throw new DataException("no column is left as a feature, so no rows are similar; check data.features");
        if (width * table.RowCount > MostNumbers)
            throw new DataException($"the features of {table.RowCount} rows become {width} columns of numbers, too many to look for "
                + "similar rows; name fewer in data.features.include, and none with many different texts");
        var matrix = new double[width * table.RowCount];
        int at = 0;
        for (int c = 0; c < columns.Length; at += widths[c++])
        {
            if (columns[c] is NumericColumn numbers) Fill(numbers, matrix, at, (int)width);
            else if (columns[c] is CategoryColumn texts) Fill(texts, matrix, at, (int)width);
        }
        return matrix;
    }

    private static int Width(Column column) => column is CategoryColumn texts ? texts.Categories.Length : column.MissingCount > 0 ? 2 : 1;

    private static void Fill(CategoryColumn column, double[] matrix, int at, int width)
    {
        for (int row = 0; row < column.Count; row++)
            if (column.Codes[row] >= 0) matrix[((long)row * width) + at + column.Codes[row]] = 1;
    }

    private static void Fill(NumericColumn column, double[] matrix, int at, int width)
    {
        double[] present = [.. Enumerable.Range(0, column.Count).Where(row => double.IsFinite(column.Values[row]))
            .Select(row => column.Values[row])];
        double mean = present.Length == 0 ? 0 : present.Average();
        double deviation = present.Length == 0 ? 0 : Math.Sqrt(present.Average(value => (value - mean) * (value - mean)));
        for (int row = 0; row < column.Count; row++)
        {
            long place = ((long)row * width) + at;
            bool known = double.IsFinite(column.Values[row]);
            matrix[place] = known && deviation > 0 ? (column.Values[row] - mean) / deviation : 0;
            if (!known && column.MissingCount > 0) matrix[place + 1] = 1;
        }
    }
}
