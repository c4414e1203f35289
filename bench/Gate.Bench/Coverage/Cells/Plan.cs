using System.Globalization;
using Gate.Bench.Coverage.Populations;

namespace Gate.Bench.Coverage.Cells;

/// <summary>What is simulated, and in which order.</summary>
/// <param name="Groups">The groups of cells.</param>
/// <param name="Runs">The runs of each.</param>
/// <param name="Batch">How many runs are one line of the results.</param>
internal sealed record Plan(IReadOnlyList<CellGroup> Groups, int Runs, int Batch)
{
    private const int ManyRows = 5000, RunsOfManyRows = 200;
    private static readonly int[] sizes = [20, 50, 200, 1000], groupCounts = [1, 2, 5, 10];

    public static Plan Of(Dictionary<string, string> options)
    {
        bool isShort = options.ContainsKey("short");
        string only = options.Get("only", "");
        int[] rows = options.TryGetValue("sizes", out string? wanted)
            ? [.. wanted.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : sizes;
        Weighting[] weightings = options.TryGetValue("weights", out string? names)
            ? [.. names.Split(',').Select(name => Enum.Parse<Weighting>(name, ignoreCase: true))] : Enum.GetValues<Weighting>();
        var groups = from law in Laws.All
                     from count in groupCounts
                     from weighting in weightings
                     from size in rows
                     let cells = new CellGroup(law, count, weighting, size)
                     where !isShort || IsOfShort(cells)
                     where cells.Name.Contains(only, StringComparison.OrdinalIgnoreCase)
                     select cells;
        // Small batches in the short form: whenever its hour ends, all cells have about as many runs.
        return new Plan([.. groups], options.Number("runs", isShort ? 200 : 1000), options.Number("batch", isShort ? 50 : 200));
    }

    /// <summary>All first runs come before all second ones: what is stopped early is a table of everything, of fewer runs.</summary>
    public IEnumerable<(CellGroup Group, int From, int Runs)> Steps()
    {
        for (int from = 0; from < Runs; from += Batch)
            foreach (CellGroup group in Groups.Where(group => from < Most(group)))
                yield return (group, from, Math.Min(Batch, Most(group) - from));
    }

    /// <summary>Thousands of rows cost most of the time: such cells have fewer runs.</summary>
    private int Most(CellGroup group) => group.Groups * group.Rows >= ManyRows ? Math.Min(Runs, RunsOfManyRows) : Runs;

    /// <summary>The form of an hour: weights that are moderate are left out, and so are many rows in many groups.</summary>
    private static bool IsOfShort(CellGroup cells) =>
        cells.Weighting != Weighting.Moderate && cells.Groups * cells.Rows <= 1000 && (cells.Groups != 5 || cells.Rows == 50);
}
