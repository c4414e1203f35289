using System.Globalization;
using Gate.Metrics;

namespace Gate.Bench.Coverage.Issue;

/// <summary>Prints a line of Markdown for every cell that was once found bad, as it finishes.</summary>
internal static class IssueScenario
{
    public static int Run(Dictionary<string, string> options)
    {
        int runs = options.Number("runs", 1000), threads = options.Number("threads", Environment.ProcessorCount);
        string only = options.Get("only", "");
        Console.WriteLine();
        Console.WriteLine("| cell | method | coverage | wrong pass | wrong fail | no interval | mean width | found before "
            + "(coverage; wrong pass / wrong fail) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (IssueLine line in IssueLines.All.Where(line => line.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            Console.WriteLine(Row(line, runs, threads));
        return 0;
    }

    /// <summary>The interval of each run.</summary>
    public static Interval?[] Simulate(IssueLine line, int runs, int threads)
    {
        var intervals = new Interval?[runs];
        Parallel.For(0, runs, new ParallelOptions { MaxDegreeOfParallelism = threads }, run =>
            intervals[run] = line.Measure(line.Draw(RandomRows.Of(line.Name, run)).Gather((ulong)run)).Interval);
        return intervals;
    }

    private static string Row(IssueLine line, int runs, int threads)
    {
        Interval?[] intervals = Simulate(line, runs, threads);
        Outcome[] truth = [.. intervals.Select(interval => Outcome.Of(interval, line.Truth))],
            bound = [.. intervals.Select(interval => Judge(line, interval))];
        Place pass = line.IsMinimum ? Place.Above : Place.Below, fail = line.IsMinimum ? Place.Below : Place.Above;
        // Without an interval nothing is said, and nothing is wrong.
        double none = Share(truth, Place.None), covered = Share(truth, Place.Covers) + none;
        double wrongPass = Share(bound, pass), wrongFail = Share(bound, fail);
        Outcome[] finite = [.. truth.Where(outcome => outcome.Place != Place.None && double.IsFinite(outcome.Width))];
        string width = finite.Length == 0 ? "–" : finite.Average(outcome => outcome.Width).ToString("0.000", CultureInfo.InvariantCulture);
        string methods = string.Join(", ", intervals.OfType<Interval>().GroupBy(interval => interval.Method)
            .OrderByDescending(group => group.Count()).Select(group => group.Key));
        return $"| {line.Name} | {methods} | {(none == 1 ? "–" : Percent(covered, covered < 0.935))} | "
            + $"{(line.PassIsWrong ? Percent(wrongPass, wrongPass > 0.035) : "–")} | "
            + $"{(line.FailIsWrong ? Percent(wrongFail, wrongFail > 0.035) : "–")} | {Percent(none, false)} | "
            + $"{width} | {line.Found} |";
    }

    /// <summary>An end on the bound satisfies it; where the bound is the truth, that would be no error.</summary>
    private static Outcome Judge(IssueLine line, Interval? interval)
    {
        if (interval is null || line.Bound is not double bound || bound == line.Truth) return Outcome.Of(interval, line.Truth);
        bool passes = line.IsMinimum ? interval.Low >= bound : interval.High <= bound;
        return passes ? new Outcome(line.IsMinimum ? Place.Above : Place.Below, 0) : Outcome.Of(interval, bound);
    }

    private static double Share(Outcome[] outcomes, Place place) =>
        outcomes.Count(outcome => outcome.Place == place) / (double)outcomes.Length;

    private static string Percent(double share, bool bad)
    {
        string text = (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
        return bad ? $"**{text}**" : text;
    }
}
