using System.Globalization;
using Gate.Bench.Coverage.Populations;

namespace Gate.Bench.Coverage.Cells;

/// <summary>A cell of the simulation with all its runs.</summary>
/// <param name="Law">The law of the rows.</param>
/// <param name="Groups">The number of groups.</param>
/// <param name="Weights">How rows were weighted.</param>
/// <param name="Rows">The rows of each group.</param>
/// <param name="Counts">What was counted.</param>
internal sealed record Simulated(string Law, int Groups, string Weights, int Rows, CellCounts Counts)
{
    public bool IsWeighted => Weights != nameof(Weighting.None);

    /// <summary>Adds up the runs of each cell.</summary>
    public static List<Simulated> Of(IEnumerable<ResultLine> lines) =>
        [.. lines.SelectMany(line => line.Cells.Select(cell => new Simulated(line.Law, line.Groups, line.Weights, line.Rows, cell)))
            .GroupBy(cell => (cell.Law, cell.Groups, cell.Weights, cell.Rows, cell.Counts.Metric, cell.Counts.Context))
            .Select(group => group.First() with { Counts = group.Select(cell => cell.Counts).Aggregate((a, b) => a.Plus(b)) })];
}

/// <summary>How a cell is marked.</summary>
internal static class Mark
{
    /// <summary>What intervals of 95 % have to hold in every cell.</summary>
    public const double Least = 0.94;

    public static bool IsBelow(CellCounts cell) => cell.Coverage < Least;

    /// <summary>Whether it is below by more than two standard errors of a cell that holds exactly that.</summary>
    public static bool IsBelowByMoreThanChance(CellCounts cell) =>
        cell.Coverage < Least - 2 * Math.Sqrt(Least * (1 - Least) / cell.Runs);

    /// <summary>The lowest of several cells as text: bold where below, with an arrow where by more than chance, to the side of the truth
    /// where most of the wrong intervals lie.</summary>
    public static string Text(IReadOnlyList<CellCounts> cells)
    {
        if (cells.Count == 0) return "";
        if (cells.All(cell => cell.None == cell.Runs)) return "–";
        CellCounts worst = cells.MinBy(cell => cell.Coverage)!;
        string text = (100 * worst.Coverage).ToString("0.0", CultureInfo.InvariantCulture);
        if (IsBelowByMoreThanChance(worst)) text += worst.Above > worst.Below ? " ↑" : " ↓";
        if (IsBelow(worst)) text = $"**{text}**";
        int none = cells.Max(cell => 100 * cell.None / cell.Runs);
        return none >= 5 ? text + FormattableString.Invariant($" ({none})") : text;
    }
}
