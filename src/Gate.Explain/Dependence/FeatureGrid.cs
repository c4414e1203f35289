using Gate.Data;

namespace Gate.Explain.Dependence;

/// <summary>Values of one column at which a model is looked at.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Values">The values, one a row of this column, ascending for numbers.</param>
public sealed record FeatureGrid(string Feature, Column Values)
{
    /// <summary>How many values there are.</summary>
    public int Count => Values.Count;

    /// <summary>The values as numbers; null for a category.</summary>
    public IReadOnlyList<double>? Numbers => (Values as NumericColumn)?.Values;

    /// <summary>The values in words.</summary>
    public IReadOnlyList<string> Labels => Values is NumericColumn number ? [.. number.Values.Select(number.Text)]
        : [.. ((CategoryColumn)Values).Codes.Select(code => ((CategoryColumn)Values).Categories[code])];

    /// <summary>
    /// The grid of scikit-learn's <c>partial_dependence</c>: all values where there are fewer than points, else evenly spaced between two
    /// percentiles; of a category the commonest values.
    /// </summary>
    /// <param name="column">A column with at least one value.</param>
    /// <param name="points">How many points.</param>
    /// <param name="low">The lower percentile, as a share.</param>
    /// <param name="high">The upper percentile.</param>
    public static FeatureGrid Even(Column column, int points = 20, double low = 0.05, double high = 0.95)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (column is CategoryColumn category) return Common(category, points);
        double[] sorted = Sorted(column), distinct = [.. sorted.Distinct()];
        if (distinct.Length < points) return Of(column, distinct);
        (double from, double to) = (Percentile(sorted, low), Percentile(sorted, high));
        if (from == to) return Of(column, [from]);
        return Of(column, [.. Enumerable.Range(0, points).Select(i => from + (to - from) * i / (points - 1))]);
    }

    /// <summary>Observed values from the smallest to the largest, with about as many rows between each two; of a category the commonest
    /// values.</summary>
    /// <param name="column">A column with at least one value.</param>
    /// <param name="points">At most so many points.</param>
    public static FeatureGrid Quantiles(Column column, int points = 21)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (column is CategoryColumn category) return Common(category, points);
        double[] sorted = Sorted(column);
        return Of(column, [.. Enumerable.Range(0, points).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / (points - 1))])
            .Distinct()]);
    }

    /// <summary>Observed values that are dense where rows are and leave no wide gap elsewhere: quantiles, and of evenly spaced points the
    /// nearest value that occurs; of a category the commonest values.</summary>
    /// <param name="column">A column with at least one value.</param>
    /// <param name="points">At most so many points of each kind.</param>
    public static FeatureGrid Observed(Column column, int points = 21)
    {
        ArgumentNullException.ThrowIfNull(column);
        FeatureGrid quantiles = Quantiles(column, points);
        if (quantiles.Numbers is not { } numbers) return quantiles;
        double[] sorted = Sorted(column);
        double step = (sorted[^1] - sorted[0]) / (points - 1);
        double Nearest(double value)
        {
            int at = Array.BinarySearch(sorted, value);
            if (at >= 0) return value;
            int above = Math.Clamp(~at, 1, sorted.Length - 1);
            return value - sorted[above - 1] <= sorted[above] - value ? sorted[above - 1] : sorted[above];
        }
        return sorted.Length == 1 ? quantiles : Of(column, [.. numbers.Concat(Enumerable.Range(0, points)
            .Select(i => Nearest(sorted[0] + step * i))).Distinct().Order()]);
    }

    /// <summary>The value at one point for so many rows.</summary>
    internal Column Constant(int point, int rows)
    {
        var take = new int[rows];
        take.AsSpan().Fill(point);
        return Values.Take(take);
    }

    private static FeatureGrid Of(Column column, double[] values) =>
        new(column.Name, new NumericColumn(column.Name, values, column.Type));

    private static FeatureGrid Common(CategoryColumn column, int points)
    {
        int[] codes = [.. column.Codes.Where(code => code >= 0).GroupBy(code => code).OrderByDescending(value => value.Count())
            .Take(points).Select(value => value.Key).Order()];
        return new(column.Name, new CategoryColumn(column.Name, codes, column.Categories, column.Type));
    }

    private static double[] Sorted(Column column) => [.. ((NumericColumn)column).Values.Where(double.IsFinite).Order()];

    /// <summary>SciPy's <c>mquantiles</c> with its defaults of 0.4, which scikit-learn takes.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        double at = sorted.Length * share + 0.4 + share * 0.2;
        int below = (int)Math.Floor(Math.Clamp(at, 1, Math.Max(1, sorted.Length - 1)));
        double part = Math.Clamp(at - below, 0, 1);
        return (1 - part) * sorted[below - 1] + part * sorted[Math.Min(below, sorted.Length - 1)];
    }
}
