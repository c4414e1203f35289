namespace Gate.Tracking.Comparing;

/// <summary>Runs side by side: a row a field, a column a run.</summary>
/// <param name="Runs">The runs, in the order that was asked for.</param>
/// <param name="Rows">The fields with what each run has; empty where a run has nothing.</param>
/// <param name="Same">How many fields were left out because all runs have the same in them.</param>
public sealed record RunComparison(IReadOnlyList<IRun> Runs, IReadOnlyList<RunComparison.Row> Rows, int Same)
{
    /// <summary>A field.</summary>
    /// <param name="Name">Its name, as in filters.</param>
    /// <param name="Cells">What each run has.</param>
    public sealed record Row(string Name, IReadOnlyList<string> Cells);

    /// <summary>Puts runs side by side.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="everything">Whether fields stay in which all runs are the same.</param>
    public static RunComparison Of(IReadOnlyList<IRun> runs, bool everything)
    {
        ArgumentNullException.ThrowIfNull(runs);
        Row[] rows = [.. RunColumn.Usual.Skip(1).Concat(RunColumn.All(runs)).Where(column => column.Name != "tags.verdict")
            .Select(column => new Row(column.Name, [.. runs.Select(column.Cell)]))];
        Row[] shown = everything ? rows : [.. rows.Where(row => row.Cells.Distinct(StringComparer.Ordinal).Count() > 1)];
        return new(runs, shown, rows.Length - shown.Length);
    }
}
