using Gate.Data;
using Gate.Evaluation.Results;

namespace Gate.Evaluation.Profiles;

/// <summary>How the rows that a model was trained on spread over one column: enough to tell other rows from them, and no row
/// itself.</summary>
/// <param name="Name">The column.</param>
/// <param name="Edges">The upper ends of the ranges of a number but the last, ascending; null for a category.</param>
/// <param name="Levels">The levels of a category; empty for a number.</param>
/// <param name="Counts">The rows of each range, one more than there are edges, or of each level.</param>
/// <param name="Missing">The rows without a value.</param>
internal sealed record ColumnProfile(string Name, IReadOnlyList<double>? Edges, IReadOnlyList<string> Levels, IReadOnlyList<long> Counts,
    long Missing)
{
    /// <summary>In how many ranges a number is cut at most: each holds about a tenth of the rows.</summary>
    private const int MostRanges = 10;

    /// <summary>Whether the model reads it, so that it has to be there.</summary>
    public bool IsRead { get; init; } = true;

    public bool IsNumber => Edges is not null;

    public long Rows => Counts.Sum() + Missing;

    /// <summary>The profile of a column: of a category its levels, of a number its tenths.</summary>
    public static ColumnProfile Of(Column column)
    {
        if (column is CategoryColumn category)
        {
            long[] counts = LevelCounts(category, category.Categories);
            return new(column.Name, null, [.. category.Categories.Where((_, level) => counts[level] > 0)],
                [.. counts.Where(count => count > 0)], column.MissingCount);
        }
        var numbers = (NumericColumn)column;
        double[] present = Present(numbers);
        double[] edges = Tenths(present);
        return new(column.Name, edges, [], RangeCounts(present, edges), column.Count - present.Length);
    }

    /// <summary>As the model's card has it.</summary>
    public CardProfile ToCard() => new(Edges, IsNumber ? null : Levels, Counts, Missing);

    /// <summary>The rows of other data in each range or level, then those of levels that are none of them.</summary>
    /// <param name="column">The same column of other rows; of a number a number.</param>
    public long[] CountsOf(Column column)
    {
        if (Edges is { } edges) return [.. RangeCounts(Present((NumericColumn)column), edges), 0];
        CategoryColumn category = column.ToCategories();
        long[] known = LevelCounts(category, Levels);
        return [.. known, category.Count - category.MissingCount - known.Sum()];
    }

    private static double[] Present(NumericColumn column) =>
        [.. column.Values.Where((value, row) => !column.IsMissing(row) && !double.IsNaN(value))];

    // The tenths of the sorted values, each once. The largest value ends no range: nothing would be above it.
    private static double[] Tenths(double[] values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return [];
        return [.. Enumerable.Range(1, MostRanges - 1).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / MostRanges)])
            .Where(edge => edge < sorted[^1]).Distinct()];
    }

    private static long[] RangeCounts(double[] values, IReadOnlyList<double> edges)
    {
        double[] ends = [.. edges];
        var counts = new long[ends.Length + 1];
        foreach (double value in values)
        {
            int at = Array.BinarySearch(ends, value);
            counts[at < 0 ? ~at : at]++;
        }
        return counts;
    }

    private static long[] LevelCounts(CategoryColumn column, IReadOnlyList<string> levels)
    {
        Dictionary<string, int> places = levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal);
        int[] place = Array.ConvertAll(column.Categories, name => places.GetValueOrDefault(name, -1));
        var counts = new long[levels.Count];
        foreach (int code in column.Codes)
            if (code >= 0 && place[code] >= 0) counts[place[code]]++;
        return counts;
    }
}
