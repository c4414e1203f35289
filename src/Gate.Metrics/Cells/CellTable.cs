using Gate.Data;
using Gate.Metrics.Groups;

namespace Gate.Metrics.Cells;

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

    /// <summary>Orders counts that come from elsewhere, and adds up those of one combination.</summary>
    public static CellTable Of(GatheredCounts counts, int groups)
    {
        var merged = new List<Cell>(counts.Cells.Count);
        // The sort is stable, so that sums do not depend on it.
        foreach (Cell next in counts.Cells.OrderBy(cell => (cell.Group, cell.Label, cell.Prediction, cell.Baseline)))
        {
            if (merged.Count == 0 || merged[^1] is var last && (last.Group, last.Label, last.Prediction, last.Baseline)
                != (next.Group, next.Label, next.Prediction, next.Baseline)) merged.Add(next);
            else
                merged[^1] = last with { Count = last.Count + next.Count, Weight = last.Weight + next.Weight,
                    Square = last.Square + next.Square };
        }
        var start = new int[groups + 1];
        foreach (Cell cell in merged) start[cell.Group + 1]++;
        for (int g = 0; g < groups; g++) start[g + 1] += start[g];
        return new CellTable(counts.Task == TaskType.Regression ? 1 : counts.Classes.Count, [.. merged], start);
    }

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
