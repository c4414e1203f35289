using System.Globalization;
using Gate.Metrics;

namespace Gate.Bench.Speed;

/// <summary>Eight metrics overall and for the ten intersections of two sensitive columns, of rows already in memory, against Fairlearn's
/// <c>MetricFrame</c>.</summary>
internal static class FrameScenario
{
    // The system counts processor time in steps of up to 10 ms.
    private const int ProcessorTimes = 500;

    private static readonly string[] Names =
        ["accuracy", "precision", "recall", "selection_rate", "true_positive_rate", "false_positive_rate", "true_negative_rate",
            "false_negative_rate"];

    public static void Run(Dictionary<string, string> options)
    {
        int threads = options.Number("threads", Environment.ProcessorCount), times = options.Number("times", 15);
        Metric[] metrics = [.. Names.Select(name => MetricCatalogue.Find(name)!)];
        Peers.PrintVersions(options);
        foreach (int rows in options.Rows())
        {
            MadeData data = MadeData.Of(rows);
            double sum = 0;
            double gate = Timing.Median(times, () => sum = Measure(data, metrics, threads));
            double grouping = Timing.Median(times, () => Grouping.Create([data.Sex, data.Race], [], rows, threads));
            double read = Timing.Median(times, () => MemoryRead.Sum(threads, data.Sample.Truth.Labels!, data.Output.Codes!, data.Sex.Codes,
                data.Race.Codes));
            double ownTime = Timing.Processor(ProcessorTimes, () => Measure(data, metrics, threads));
            double readTime = Timing.Processor(ProcessorTimes, () => MemoryRead.Sum(threads, data.Sample.Truth.Labels!, data.Output.Codes!,
                data.Sex.Codes, data.Race.Codes));
            Console.WriteLine($"{rows:N0} rows, processor time: Gate {Timing.Show(ownTime)}, reading the four columns once "
                + $"{Timing.Show(readTime)}, ratio to reading {ownTime / readTime:0.00}");
            Console.WriteLine($"{rows:N0} rows: Gate {Timing.Show(gate)} (of it grouping {Timing.Show(grouping)}), reading the four "
                + $"columns once {Timing.Show(read)}, ratio to reading {gate / read:0.00} ({threads} threads, sum of all estimates "
                + $"{sum.ToString("R", CultureInfo.InvariantCulture)})");
            Peers.Compare(options, "frame.py", gate, "Fairlearn MetricFrame", rows.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static double Measure(MadeData data, Metric[] metrics, int threads)
    {
        Grouping grouping = Grouping.Create([data.Sex, data.Race], [], data.Sample.Rows, threads);
        MetricFrame frame = MetricFrame.Gather(data.Sample, grouping, new FrameOptions(Threads: threads));
        double sum = 0;
        foreach (Metric metric in metrics)
        {
            sum += frame.Estimate(metric).Number;
            foreach (Measurement group in frame.MeasureGroups(metric)) sum += group.Value.Number;
        }
        return sum;
    }
}
