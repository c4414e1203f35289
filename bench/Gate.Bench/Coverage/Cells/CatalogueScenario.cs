using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Gate.Bench.Coverage.Populations;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Cells;

/// <summary>Simulates the whole catalogue, and goes on where an earlier run stopped.</summary>
internal static class CatalogueScenario
{
    public static int Run(Dictionary<string, string> options)
    {
        Plan plan = Plan.Of(options);
        string file = options.Get("out", "coverage.jsonl");
        int threads = options.Number("threads", Environment.ProcessorCount),
            minutes = options.Number("minutes", options.ContainsKey("short") ? 60 : 0);
        string[] names = options.TryGetValue("metrics", out string? list) ? list.Split(',') : [];
        foreach (string name in names)
            if (MetricCatalogue.Find(name) is null) throw new ArgumentException($"no metric {name}");
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) => (pressed.Cancel, _) = (true, stop.CancelAsync());
        if (minutes > 0) stop.CancelAfter(TimeSpan.FromMinutes(minutes));
        List<ResultLine> results = ResultFile.Open(file);
        Warn(results);
        try
        {
            foreach ((CellGroup group, int from, int runs) in plan.Steps())
                Do(group, from, runs, metric => names.Length == 0 || names.Contains(metric.Name));
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine($"stopped; {file} holds what is done, the same command goes on");
            return 0;
        }
        Console.WriteLine($"done: {plan.Groups.Count} groups of cells, up to {plan.Runs} runs each; coverage table {file} prints the "
            + "table");
        return 0;

        void Do(CellGroup group, int from, int runs, Func<Metric, bool> wanted)
        {
            stop.Token.ThrowIfCancellationRequested();
            HashSet<(string, Context)> there = [.. results.Where(line => line.IsOf(group) && line.From == from)
                .SelectMany(line => line.Cells).Select(cell => (cell.Metric, cell.Context))];
            World world = group.Make();
            Question[] questions = [.. group.Questions(world, wanted).Where(q => !there.Contains((q.Metric.Name, q.Context)))];
            if (questions.Length == 0) return;
            var clock = Stopwatch.StartNew();
            CellCounts[] cells = Simulation.Run(group, world, questions, from, runs, threads, stop.Token);
            ResultFile.Append(file,
                new ResultLine(group.Law.Name, group.Groups, group.Weighting.ToString(), group.Rows, from, Version, cells));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Name}, runs {from} to {from + runs - 1}: {cells.Length} cells, {clock.Elapsed.TotalSeconds:0.0} s, lowest "
                + $"{cells.Min(cell => cell.Coverage):P1} ({cells.MinBy(cell => cell.Coverage)!.Metric})"));
        }
    }

    /// <summary>The version of what is judged.</summary>
    private static string Version { get; } =
        typeof(Metric).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static void Warn(List<ResultLine> results)
    {
        string[] others = [.. results.Select(line => line.Version).Distinct().Where(version => version != Version)];
        if (others.Length > 0)
            Console.WriteLine($"note: the file holds results of {string.Join(", ", others)}; this is {Version}. Where intervals have "
                + "changed in between, begin a new file.");
    }
}
