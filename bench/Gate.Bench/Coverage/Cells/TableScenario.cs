using System.Globalization;

namespace Gate.Bench.Coverage.Cells;

/// <summary>Prints results as Markdown: a line for every metric and context, or for several metrics whose lines are the same.</summary>
internal static class TableScenario
{
    public static int Run(string? path, Dictionary<string, string> options)
    {
        if (path is null || !File.Exists(path))
        {
            Console.Error.WriteLine("say which file of results: coverage table FILE");
            return 64;
        }
        List<ResultLine> lines = ResultFile.Open(path);
        List<Simulated> cells = Simulated.Of(lines);
        if (cells.Count == 0)
        {
            Console.Error.WriteLine($"{path} holds no results");
            return 64;
        }
        foreach (string line in Lines(cells)) Console.WriteLine(line);
        Console.WriteLine();
        Console.WriteLine(Summary(cells, [.. lines.Select(line => line.Version).Distinct()]));
        if (options.ContainsKey("list")) List(cells);
        return 0;
    }

    public static IEnumerable<string> Lines(IReadOnlyList<Simulated> cells)
    {
        int[] sizes = [.. cells.Select(cell => cell.Rows).Distinct().Order()];
        bool[] weighted = [.. cells.Select(cell => cell.IsWeighted).Distinct().Order()];
        var columns = weighted.SelectMany(isWeighted => sizes.Select(size => (IsWeighted: isWeighted, Rows: size))).ToArray();
        yield return "| metrics | of | method | " + string.Join(" | ", columns.Select(column =>
            column.Rows.ToString(CultureInfo.InvariantCulture) + (column.IsWeighted ? " weighted" : ""))) + " |";
        yield return "|---|---|---|" + string.Concat(columns.Select(_ => "---|"));
        foreach (var context in cells.GroupBy(cell => (cell.Counts.Context, cell.Groups)).OrderBy(group => group.Key))
        {
            var rows = context.GroupBy(cell => cell.Counts.Metric).OrderBy(group => Order(group.Key)).Select(metric => (Name: metric.Key,
                Text: $"{Methods(metric)} | " + string.Join(" | ", columns.Select(column => Mark.Text([.. metric
                    .Where(cell => cell.Rows == column.Rows && cell.IsWeighted == column.IsWeighted).Select(cell => cell.Counts)])))));
            foreach (var same in rows.GroupBy(row => row.Text))
                yield return $"| {string.Join(", ", same.Select(row => $"`{row.Name}`"))} | "
                    + $"{Contexts.Name(context.Key.Context, context.Key.Groups)} | {same.Key} |";
        }
    }

    public static string Summary(IReadOnlyList<Simulated> cells, IReadOnlyList<string> versions)
    {
        int below = cells.Count(cell => Mark.IsBelow(cell.Counts)),
            clearly = cells.Count(cell => Mark.IsBelowByMoreThanChance(cell.Counts));
        int[] runs = [.. cells.Select(cell => cell.Counts.Runs).Distinct().Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{cells.Count} cells of {string.Join(" or ", runs)} runs each, measured with ")
            + $"{string.Join(", ", versions)}. {below} are below 94 %, {clearly} of them by more than chance.";
    }

    /// <summary>The order of the catalogue.</summary>
    private static int Order(string metric) => MetricCatalogue.All.TakeWhile(other => other.Name != metric).Count();

    private static string Methods(IEnumerable<Simulated> cells) => string.Join(", ", cells.Select(cell => cell.Counts.Method)
        .Where(method => method != "none").Distinct().Order(StringComparer.Ordinal).Select(method => $"`{method}`"));

    /// <summary>Every cell that is below by more than chance, the lowest first.</summary>
    private static void List(IEnumerable<Simulated> cells)
    {
        Console.WriteLine();
        Console.WriteLine("| metric | of | law | weights | rows | method | coverage | above the truth | below it | no interval |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (Simulated cell in cells.Where(cell => Mark.IsBelowByMoreThanChance(cell.Counts)).OrderBy(cell => cell.Counts.Coverage))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| `{cell.Counts.Metric}` | {Contexts.Name(cell.Counts.Context, cell.Groups)} | {cell.Law} | {cell.Weights} | {cell.Rows} "
                + $"| `{cell.Counts.Method}` | {cell.Counts.Coverage:P1} | {(double)cell.Counts.Above / cell.Counts.Runs:P1} | "
                + $"{(double)cell.Counts.Below / cell.Counts.Runs:P1} | {(double)cell.Counts.None / cell.Counts.Runs:P1} |"));
    }
}
