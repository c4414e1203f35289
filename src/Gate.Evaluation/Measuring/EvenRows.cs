namespace Gate.Evaluation.Measuring;

/// <summary>Some of many rows, evenly spaced.</summary>
internal static class EvenRows
{
    /// <summary>At most so many of the rows; null where that is all of them.</summary>
    public static int[]? Of(int rows, int limit) =>
        rows <= limit ? null : [.. Enumerable.Range(0, limit).Select(i => (int)((long)i * rows / limit))];
}
