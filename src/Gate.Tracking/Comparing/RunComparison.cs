namespace Gate.Tracking.Comparing;

/// <summary>Runs side by side: a row a field, a column a run.</summary>
/// <param name="Runs">The runs, in the order that was asked for.</param>
/// <param name="Rows">The fields with what each run has, for people; empty where a run has nothing.</param>
/// <param name="Hidden">How many fields were left out: all runs are the same in them, or they are limits, numbers of groups or of the
/// baseline.</param>
public sealed record RunComparison(IReadOnlyList<IRun> Runs, IReadOnlyList<RunComparison.Row> Rows, int Hidden)
{
    private static readonly string[] details = ["metrics.interval/", "metrics.group/", "metrics.baseline/"];

    /// <summary>A field.</summary>
    /// <param name="Name">Its name, as in filters.</param>
    /// <param name="Cells">What each run has.</param>
    public sealed record Row(string Name, IReadOnlyList<string> Cells);

    /// <summary>Puts runs side by side.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="everything">Whether fields stay that are the same in all runs, and details.</param>
    public static RunComparison Of(IReadOnlyList<IRun> runs, bool everything)
    {
        ArgumentNullException.ThrowIfNull(runs);
        // The verdict stands among the usual columns already.
        RunColumn[] all = [.. RunColumn.Usual.Skip(1).Concat(RunColumn.All(runs)).Where(column => column.Name != "tags.verdict")];
        RunColumn[] shown = everything ? all : [.. all.Where(column => Differs(column, runs)
            && !details.Any(detail => column.Name.StartsWith(detail, StringComparison.Ordinal)))];
        return new(runs, [.. shown.Select(column => new Row(column.Name, [.. runs.Select(column.Shown)]))], all.Length - shown.Length);
    }

    private static bool Differs(RunColumn column, IReadOnlyList<IRun> runs) =>
        runs.Select(column.Cell).Distinct(StringComparer.Ordinal).Count() > 1;
}
