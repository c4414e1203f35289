namespace Gate.Data;

/// <summary>One named column of a <see cref="Table"/>: a primitive array, with missing values kept apart from it.</summary>
/// <param name="name">The column's name as the source spells it.</param>
/// <param name="type">What kind of values the source held.</param>
/// <param name="missing">One flag a row, true where the value is missing; null when no value is missing.</param>
public abstract class Column(string name, ColumnType type, bool[]? missing)
{
    /// <summary>The column's name as the source spells it.</summary>
    public string Name { get; } = name;

    /// <summary>What kind of values the source held.</summary>
    public ColumnType Type { get; } = type;

    /// <summary>One flag a row, true where the value is missing; null when no value is missing.</summary>
    public bool[]? Missing { get; } = missing;

    /// <summary>The values that a csv file writes in several ways, which reading made one; empty for other files and for parts of a
    /// column.</summary>
    public IReadOnlyList<MergedValue> Merged { get; internal set; } = [];

    /// <summary>Set where the points of a csv file's numbers may stand between thousands; null for other files and for parts of a
    /// column.</summary>
    public PointedThousands? Pointed { get; internal set; }

    /// <summary>The number of rows.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the value in <paramref name="row"/> is missing.</summary>
    /// <param name="row">A row, from 0 to <see cref="Count"/> - 1.</param>
    public bool IsMissing(int row) => Missing is not null && Missing[row];

    /// <summary>The number of missing values.</summary>
    public int MissingCount => Missing is null ? 0 : Missing.AsSpan().Count(true);

    /// <summary>The value of a row as text, as <see cref="ToCategories"/> writes it; null where it is missing.</summary>
    /// <param name="row">A row, from 0 to <see cref="Count"/> - 1.</param>
    public abstract string? TextAt(int row);

    /// <summary>The same column under another name; the values are shared.</summary>
    /// <param name="name">The new name.</param>
    public abstract Column Rename(string name);

    /// <summary>The column restricted to some rows, in the order given.</summary>
    /// <param name="rows">Row numbers; a row may occur more than once.</param>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>
    /// The values as categories, for grouping, labels and one-hot encoding. Numbers are written with the invariant
    /// culture ("1", "0.5"), booleans as "true" and "false", dates as ISO 8601; categories of numbers, dates and booleans are in
    /// ascending order of value, those of text in ordinal order.
    /// </summary>
    public abstract CategoryColumn ToCategories();

    private protected bool[]? TakeMissing(ReadOnlySpan<int> rows)
    {
        if (Missing is null) return null;
        var taken = new bool[rows.Length];
        bool any = false;
        for (int i = 0; i < rows.Length; i++) any |= taken[i] = Missing[rows[i]];
        return any ? taken : null;
    }
}
