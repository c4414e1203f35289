using System.Globalization;
using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Simulated coverage: how often an interval contains the truth, on runs with fixed seeds.</summary>
internal static class Coverage
{
    /// <summary>The share of runs whose interval contains the truth. A run without an interval does not cover.</summary>
    public static double Of(string what, int runs, double truth, Func<ulong, (double Low, double High)?> interval)
    {
        int covered = 0;
        for (int run = 0; run < runs; run++)
            if (interval((ulong)run) is (double low, double high) && low <= truth && truth <= high) covered++;
        Note(what, (double)covered / runs, null);
        return (double)covered / runs;
    }

    /// <summary>Adds a line to the file that <c>GATE_COVERAGE_TABLE</c> names, from which the table in docs/metrics/intervals.md is
    /// written.</summary>
    public static void Note(string what, double coverage, double? least)
    {
        if (Environment.GetEnvironmentVariable("GATE_COVERAGE_TABLE") is not string path) return;
        lock (typeof(Coverage))
            File.AppendAllText(path,
                string.Create(CultureInfo.InvariantCulture,
                $"{what} | {100 * coverage:F1} % | {(least is null ? "" : $"{100 * least:F1} %")}\n"));
    }

    public static double Normal(ref CounterRandom random) => Limits.OfTail(random.NextOpen());
}
