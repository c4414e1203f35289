using Gate.Data;
using Gate.Metrics.Statistics;

namespace Gate.Metrics;

/// <summary>
/// Rows sorted into groups by the values of sensitive columns, within the levels of control columns.
/// A missing value is the group <see cref="MissingName"/>. Only combinations that occur are groups; they are ordered by
/// control level, then by the display order of each column's categories.
/// </summary>
public sealed class Grouping
{
    /// <summary>The name of the group whose sensitive value is missing.</summary>
    public const string MissingName = "(missing)";

    private int[]? codes;

    private Grouping(IReadOnlyList<string> by, IReadOnlyList<string> control, RowCodes rowCodes, IReadOnlyList<GroupKey> groups, IReadOnlyList<IReadOnlyList<string>> levels) =>
        (By, Control, RowCodes, Groups, Levels) = (by, control, rowCodes, groups, levels);

    /// <summary>The sensitive columns.</summary>
    public IReadOnlyList<string> By { get; }

    /// <summary>The control columns; empty when there is no control.</summary>
    public IReadOnlyList<string> Control { get; }

    /// <summary>One group index a row.</summary>
    public int[] Codes => codes ??= RowCodes.ToArray();

    /// <summary>The same, in one byte a row where there are few groups: a quarter of the memory that a pass has to read.</summary>
    internal RowCodes RowCodes { get; }

    /// <summary>The groups by index.</summary>
    public IReadOnlyList<GroupKey> Groups { get; }

    /// <summary>The values of each control level; one level without values when there is no control.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Levels { get; }

    /// <summary>Sorts rows into groups.</summary>
    /// <param name="by">Sensitive columns of equal length; several form intersections. None: one group of all rows (per level).</param>
    /// <param name="control">Control columns of the same length, or none.</param>
    /// <param name="rows">The number of rows (needed when there are no columns).</param>
    /// <param name="threads">How many threads may work; 0 for all cores. The outcome does not depend on it.</param>
    /// <exception cref="DataException">The columns' values have more combinations than can be counted.</exception>
    public static Grouping Create(IReadOnlyList<CategoryColumn> by, IReadOnlyList<CategoryColumn> control, int rows, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(control);
        CategoryColumn[] columns = [.. control, .. by];
        foreach (CategoryColumn column in columns)
            if (column.Count != rows) throw new ArgumentException($"the column '{column.Name}' has {column.Count} rows where {rows} are expected");
        // Mixed-radix code over (control…, by…): its numeric order is the documented order of groups. Missing sorts last.
        int[] radix = Array.ConvertAll(columns, column => column.Categories.Length + (column.Missing is null ? 0 : 1));
        RequireCodes(columns, radix);
        (RowCodes rowCodes, long[] present) = RowCodes.Of(columns, radix, rows, threads);

        var levels = new List<IReadOnlyList<string>>();
        var groups = new GroupKey[present.Length];
        for (int g = 0; g < present.Length; g++)
        {
            string[] values = Decode(present[g], columns, radix);
            string[] level = values[..control.Count];
            if (levels.Count == 0 || !levels[^1].SequenceEqual(level)) levels.Add(level);
            groups[g] = new GroupKey(values[control.Count..], levels.Count - 1);
        }
        return new Grouping([.. by.Select(c => c.Name)], [.. control.Select(c => c.Name)], rowCodes, groups, levels);
    }

    private static void RequireCodes(CategoryColumn[] columns, int[] radix)
    {
        if (radix.Aggregate(1.0, (product, size) => product * size) >= long.MaxValue)
            throw new DataException($"the values of {string.Join(", ", columns.Select(column => $"'{column.Name}'"))} have too many combinations to be groups; compare or control fewer columns at once, or cut them with bins");
    }

    // A value that is written like the group of missing values is quoted, so that the two can be told apart.
    private static string Shown(string value) => value == MissingName ? $"'{value}'" : value;

    private static string[] Decode(long code, CategoryColumn[] columns, int[] radix)
    {
        var values = new string[columns.Length];
        for (int c = columns.Length - 1; c >= 0; c--)
        {
            int category = (int)(code % radix[c]);
            values[c] = category < columns[c].Categories.Length ? Shown(columns[c].Categories[category]) : MissingName;
            code /= radix[c];
        }
        return values;
    }
}

/// <summary>One group.</summary>
/// <param name="Values">The value of each sensitive column, in the order of <see cref="Grouping.By"/>.</param>
/// <param name="Level">The index of its control level in <see cref="Grouping.Levels"/>.</param>
public sealed record GroupKey(IReadOnlyList<string> Values, int Level);
