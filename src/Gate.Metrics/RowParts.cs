namespace Gate.Metrics;

/// <summary>Takes rows from arrays with the same number of values for each row.</summary>
internal static class RowParts
{
    /// <summary>The values of some rows, in their order; null of nothing.</summary>
    /// <param name="values">One or more values a row, row-major, or null.</param>
    /// <param name="rows">Row numbers.</param>
    /// <param name="of">How many rows the values are of.</param>
    public static T[]? Take<T>(T[]? values, int[] rows, int of)
    {
        if (values is null || of == 0) return values;
        int width = values.Length / of;
        var taken = new T[rows.Length * width];
        for (int i = 0; i < rows.Length; i++) values.AsSpan(rows[i] * width, width).CopyTo(taken.AsSpan(i * width, width));
        return taken;
    }
}
