using Gate.Data;

namespace Gate.Metrics.Groups;

/// <summary>The columns whose combinations are groups. The key of a row is a mixed-radix number over them: its order is the documented
/// order of groups, missing values last.</summary>
internal sealed class GroupColumns
{
    private readonly CategoryColumn[] columns;
    private readonly int[] radix;

    /// <summary>Takes columns of equal length.</summary>
    /// <exception cref="DataException">The columns' values have more combinations than can be counted.</exception>
    public GroupColumns(CategoryColumn[] columns, int rows)
    {
        foreach (CategoryColumn column in columns)
            if (column.Count != rows)
                throw new ArgumentException($"the column '{column.Name}' has {column.Count} rows where {rows} are expected");
        radix = Array.ConvertAll(columns, column => column.Categories.Length + (column.Missing is null ? 0 : 1));
        Combinations = radix.Aggregate(1.0, (product, size) => product * size);
        if (Combinations >= long.MaxValue)
            throw new DataException($"the values of {string.Join(", ", columns.Select(column => $"'{column.Name}'"))} have too many "
                + "combinations to be groups; compare or control fewer columns at once, or cut them with bins");
        (this.columns, Rows) = (columns, rows);
    }

    public int Rows { get; }

    public bool IsEmpty => columns.Length == 0;

    /// <summary>How many keys there could be.</summary>
    public double Combinations { get; }

    /// <summary>The keys of consecutive rows, where there are no more combinations than integers.</summary>
    public void Keys(int start, Span<int> keys)
    {
        // A missing value is -1, as an unsigned number the largest there is, so that the minimum makes it the last digit.
        bool two = columns.Length >= 2;
        if (two) CodeVectors.TwoDigits(keys, columns[0].Codes.AsSpan(start), radix[0] - 1, columns[1].Codes.AsSpan(start), radix[1]);
        for (int c = two ? 2 : 0; c < columns.Length; c++)
            CodeVectors.AddDigit(keys, columns[c].Codes.AsSpan(start, keys.Length), radix[c], radix[c] - 1, first: c == 0);
    }

    /// <summary>The keys of all rows, however many combinations there are.</summary>
    public long[] LongKeys()
    {
        var keys = new long[Rows];
        for (int c = 0; c < columns.Length; c++)
            for (int i = 0; i < keys.Length; i++)
                keys[i] = checked(keys[i] * radix[c] + (columns[c].Codes[i] < 0 ? radix[c] - 1 : columns[c].Codes[i]));
        return keys;
    }

    /// <summary>The values behind a key, one a column.</summary>
    public string[] Values(long key)
    {
        var values = new string[columns.Length];
        for (int c = columns.Length - 1; c >= 0; c--)
        {
            int category = (int)(key % radix[c]);
            values[c] = category < columns[c].Categories.Length ? Shown(columns[c].Categories[category]) : Grouping.MissingName;
            key /= radix[c];
        }
        return values;
    }

    // A value that is written like the group of missing values is quoted, so that the two can be told apart.
    private static string Shown(string value) => value == Grouping.MissingName ? $"'{value}'" : value;
}
