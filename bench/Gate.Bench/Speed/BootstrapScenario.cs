using System.Globalization;
using Gate.Data;
using Gate.Metrics;

namespace Gate.Bench.Speed;

/// <summary>Bootstrap replicates of all count-based metrics, overall and for ten intersections, of rows already gathered: their cost is the
/// number of cells, whatever the number of rows.</summary>
internal static class BootstrapScenario
{
    public static void Run(Dictionary<string, string> options)
    {
        int threads = options.Number("threads", Environment.ProcessorCount), times = options.Number("times", 11),
            replicates = options.Number("replicates", 1000);
        int peerReplicates = options.Number("peer-replicates", 3);
        Metric[] metrics =
            [.. MetricCatalogue.All.Where(metric => !metric.NeedsRows && !metric.IsExact
            && metric.Tasks.Contains(TaskType.BinaryClassification))];
        Peers.PrintVersions(options);
        foreach (int rows in options.Rows())
        {
            MadeData data = MadeData.Of(rows);
            Grouping grouping = Grouping.Create([data.Sex, data.Race], [], rows, threads);
            bool[] included = [.. grouping.Groups.Select(_ => true)];
            double whole = Timing.Median(times, () => Replicate(data, grouping, included, metrics, replicates, threads));
            double gather = Timing.Median(times, () => MetricFrame.Gather(data.Sample, grouping, new FrameOptions(Threads: threads)));
            Console.WriteLine($"{rows:N0} rows, {replicates} replicates of {metrics.Length} count-based metrics and their differences "
                + $"between 10 groups: Gate {Timing.Show(whole)}, gathering {Timing.Show(gather)} of it ({threads} threads)");
            if (peerReplicates == 0) continue;
            string[] arguments = [rows.ToString(CultureInfo.InvariantCulture), peerReplicates.ToString(CultureInfo.InvariantCulture)];
            Peers.Compare(options, "frame.py", whole * peerReplicates / replicates,
                $"Fairlearn MetricFrame with {peerReplicates} replicates of 8 metrics (compared a replicate)", arguments);
        }
    }

    private static void Replicate(MadeData data, Grouping grouping, bool[] included, Metric[] metrics, int replicates, int threads)
    {
        MetricFrame frame = MetricFrame.Gather(data.Sample, grouping, new FrameOptions(Replicates: replicates, Threads: threads));
        foreach (Metric metric in metrics)
        {
            frame.Measure(metric);
            frame.MeasureGroups(metric);
            frame.Compare(new Comparison(metric.Name + "_difference", CompareKind.Difference, [metric]), included);
        }
    }
}
