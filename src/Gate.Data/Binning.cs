namespace Gate.Data;

/// <summary>Cuts numbers into bands, so that a numeric column can form groups.</summary>
public static class Binning
{
    /// <summary>
    /// Bands of <paramref name="column"/>: below the first edge, from each edge (included) to the next (excluded), and from the last
    /// edge on. Categories are in ascending order and read <c>&lt;25</c>, <c>25-&lt;45</c>, <c>&gt;=65</c>; missing stays missing.
    /// </summary>
    /// <param name="column">The numbers to cut.</param>
    /// <param name="edges">Strictly ascending inner edges, at least one.</param>
    /// <param name="name">The name of the new column.</param>
    /// <exception cref="DataException">The column is text, or the edges do not ascend.</exception>
    public static CategoryColumn Cut(Column column, IReadOnlyList<double> edges, string name) => throw new NotImplementedException();
}
