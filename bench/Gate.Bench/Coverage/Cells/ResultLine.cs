namespace Gate.Bench.Coverage.Cells;

/// <summary>One line of a file of results: some runs of a group of cells.</summary>
/// <param name="Law">The name of the law.</param>
/// <param name="Groups">The number of groups.</param>
/// <param name="Weights">How rows were weighted.</param>
/// <param name="Rows">The rows of each group.</param>
/// <param name="From">The number of the first run.</param>
/// <param name="Version">The version of Gate that was judged.</param>
/// <param name="Cells">What was counted.</param>
internal sealed record ResultLine(string Law, int Groups, string Weights, int Rows, int From, string Version,
    IReadOnlyList<CellCounts> Cells)
{
    public bool IsOf(CellGroup group) =>
        Law == group.Law.Name && Groups == group.Groups && Weights == group.Weighting.ToString() && Rows == group.Rows;
}
