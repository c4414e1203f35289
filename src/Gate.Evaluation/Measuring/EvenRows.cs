using Gate.Data;

namespace Gate.Evaluation.Measuring;

/// <summary>Some of many rows, evenly spaced.</summary>
internal static class EvenRows
{
    /// <summary>At most so many of the rows; null where that is all of them.</summary>
    public static int[]? Of(int rows, int limit) =>
        rows <= limit ? null : [.. Enumerable.Range(0, limit).Select(i => (int)((long)i * rows / limit))];

    /// <summary>At most so many rows of a table.</summary>
    public static Table Of(Table rows, int limit) => Of(rows.RowCount, limit) is { } some ? rows.Take(some) : rows;
}
