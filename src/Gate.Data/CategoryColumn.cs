namespace Gate.Data;

/// <summary>A column of categories: one code a row into a list of distinct texts.</summary>
/// <param name="name">The column's name.</param>
/// <param name="codes">One code a row: an index into <paramref name="categories"/>, or -1 where the value is missing.</param>
/// <param name="categories">The distinct texts, in display order. A category may have no row (after a filter or a split).</param>
/// <param name="type">What kind of values the source held.</param>
/// <param name="missing">One flag a row, or null when nothing is missing; must agree with the codes.</param>
public sealed class CategoryColumn(string name, int[] codes, string[] categories, ColumnType type = ColumnType.Text, bool[]? missing = null)
    : Column(name, type, missing ?? MissingFrom(codes))
{
    /// <summary>One code a row: an index into <see cref="Categories"/>, or -1 where the value is missing.</summary>
    public int[] Codes { get; } = codes;

    /// <summary>The distinct texts, in display order.</summary>
    public string[] Categories { get; } = categories;

    /// <summary>A column of texts; its categories are the texts that occur, in ordinal order.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">One text a row; null where the value is missing.</param>
    public static CategoryColumn Of(string name, IReadOnlyList<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] categories = [.. values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(name, [.. values.Select(value => value is null ? -1 : Array.BinarySearch(categories, value, StringComparer.Ordinal))],
            categories);
    }

    /// <inheritdoc/>
    public override int Count => Codes.Length;

    /// <inheritdoc/>
    public override string? TextAt(int row) => Codes[row] < 0 ? null : Categories[Codes[row]];

    /// <inheritdoc/>
    public override Column Rename(string name) => new CategoryColumn(name, Codes, Categories, Type, Missing);

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++) taken[i] = Codes[rows[i]];
        return new CategoryColumn(Name, taken, Categories, Type, TakeMissing(rows));
    }

    /// <inheritdoc/>
    public override CategoryColumn ToCategories() => this;

    private static bool[]? MissingFrom(int[] codes)
    {
        if (codes.AsSpan().IndexOf(-1) < 0) return null;
        var missing = new bool[codes.Length];
        for (int i = 0; i < codes.Length; i++) missing[i] = codes[i] < 0;
        return missing;
    }
}
