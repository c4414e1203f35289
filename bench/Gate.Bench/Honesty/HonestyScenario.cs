using System.Globalization;
using Gate.Metrics;

namespace Gate.Bench.Honesty;

/// <summary>
/// How often a verdict is wrong, simulated: Gate's rule (the whole interval on one side of the bound) and the rule of other tools (the
/// estimate on one side of it), on synthetic test sets whose true value is inside, at and beyond the bound. Prints the table of
/// docs/metrics/honesty.md.
/// </summary>
internal static class HonestyScenario
{
    private static readonly int[] Sizes = [200, 1_000, 10_000];

    public static void Run(Dictionary<string, string> options)
    {
        int runs = options.Number("runs", 2000), threads = options.Number("threads", 2);
        string only = options.Get("only", "");
        Console.WriteLine();
        Console.WriteLine("| condition | rows | truth | Gate passes | Gate fails | Gate leaves open | estimate alone passes | estimate "
            + "alone fails |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        double wrong = 0, pointWrong = 0;
        foreach (Setting setting in Settings.All.Where(setting => setting.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            foreach (int rows in Sizes)
                foreach ((Truth truth, double value) in setting.Truths)
                {
                    Outcomes outcomes = Simulate(setting, rows, value, runs, threads);
                    Console.WriteLine($"| {setting.Name} | {rows} | {Words(truth, value)} | {outcomes.Row(truth)} |");
                    if (truth == Truth.At) continue;
                    wrong = Math.Max(wrong, truth == Truth.Inside ? outcomes.Fails : outcomes.Passes);
                    pointWrong = Math.Max(pointWrong, truth == Truth.Inside ? 1 - outcomes.PointPasses : outcomes.PointPasses);
                }
        Console.WriteLine();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
                $"{runs} runs a line. Off the bound, the largest share of wrong verdicts is {wrong:P1} by Gate's "
                + $"rule and {pointWrong:P1} by the estimate alone."));
    }

    private static Outcomes Simulate(Setting setting, int rows, double value, int runs, int threads)
    {
        Grouping grouping = setting.GroupingOf(rows);
        var outcomes = new Outcomes();
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = threads }, run =>
        {
            // Each run has its own numbers, the same ones for every truth and size that it is compared with.
            Sample sample = setting.Draw(new Random(run), rows, value);
            MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Seed: (ulong)run, Threads: 1));
            outcomes.Add(setting, setting.Measure(frame));
        });
        return outcomes;
    }

    private static string Words(Truth truth, double value) => truth switch
    {
        Truth.Inside => FormattableString.Invariant($"inside, {value:0.00}"),
        Truth.At => FormattableString.Invariant($"at the bound, {value:0.00}"),
        _ => FormattableString.Invariant($"beyond, {value:0.00}"),
    };
}
