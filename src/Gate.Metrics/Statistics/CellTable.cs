namespace Gate.Metrics.Statistics;

/// <summary>
/// The sufficient statistics of every count-based metric: for each combination of group × label × prediction (× the baseline's prediction)
/// that occurs, the number of rows, the sum of their weights and the sum of their squared weights. Ordered by group.
/// </summary>
/// <param name="Classes">The number of classes; 1 for a regression.</param>
/// <param name="Cells">The combinations that occur.</param>
/// <param name="Start">Where each group's cells start; one more than there are groups.</param>
internal sealed record CellTable(int Classes, Cell[] Cells, int[] Start)
{
    public int Groups => Start.Length - 1;

    /// <summary>The prediction of a side; 0 where that side has none.</summary>
    public static int Prediction(in Cell cell, Side side) => side == Side.Candidate ? cell.Prediction : cell.Baseline;

    /// <summary>Adds cells up to one confusion matrix a scope.</summary>
    /// <param name="amounts">One number a cell: its weight, its squared weight, or a replicate's weight.</param>
    /// <param name="side">Whose predictions.</param>
    /// <param name="scopes">The scopes.</param>
    /// <param name="confusions"><see cref="Confusion.Size"/> numbers a scope.</param>
    public void AddUp(ReadOnlySpan<double> amounts, Side side, Scopes scopes, Span<double> confusions)
    {
        confusions.Clear();
        int size = Confusion.Size(Classes);
        for (int c = 0; c < Cells.Length; c++)
        {
            ref readonly Cell cell = ref Cells[c];
            Confusion.Add(confusions.Slice(scopes.OfGroup[cell.Group] * size, size), Classes, cell.Label, Prediction(cell, side),
                amounts[c]);
        }
    }
}

/// <summary>One combination.</summary>
/// <param name="Group">The group.</param>
/// <param name="Label">The label; 0 where there is none.</param>
/// <param name="Prediction">The candidate's prediction; 0 where there is none.</param>
/// <param name="Baseline">The baseline's prediction; 0 where there is none.</param>
/// <param name="Count">Rows.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Square">The sum of their squared weights.</param>
internal readonly record struct Cell(int Group, int Label, int Prediction, int Baseline, long Count, double Weight, double Square);
