using System.Globalization;
using Gate.Metrics;

namespace Gate.Bench.Speed;

/// <summary>The exact weighted ROC AUC of ten groups, against scikit-learn's <c>roc_auc_score</c> a group.</summary>
internal static class AucScenario
{
    public static void Run(Dictionary<string, string> options)
    {
        int threads = options.Number("threads", Environment.ProcessorCount), times = options.Number("times", 5);
        Metric auc = MetricCatalogue.Find("roc_auc")!;
        Peers.PrintVersions(options);
        foreach (int rows in options.Rows("10000000"))
        {
            MadeData data = MadeData.Of(rows, scored: true);
            var sample = data.Sample.With(data.Output with { Codes = null });
            Grouping grouping = Grouping.Create([data.Sex, data.Race], [], rows, threads);
            // Two sensitive columns and a label of 4 bytes each, a score and a weight of 8.
            double input = 28.0 * rows / 1e6, sum = 0;
            GC.Collect();
            double before = Machine.PeakMegabytes();
            Measure();
            // Of the first run: later ones find the garbage of earlier ones, which the runtime is in no hurry to collect.
            double working = Machine.PeakMegabytes() - before;
            double gate = Timing.Median(times, Measure);
            Console.WriteLine($"{rows:N0} weighted scores, overall and {grouping.Groups.Count} groups: Gate {Timing.Show(gate)} ({threads} "
                + $"threads, sum {sum.ToString("R", CultureInfo.InvariantCulture)})");
            Console.WriteLine($"  the input is {input:0} MB, the most held besides {working:0} MB: together "
                + $"{(input + working) / input:0.0} times the input");
            if (options.Get("intervals", "yes") != "no")
                Console.WriteLine("  by group with intervals: " + Timing.Show(Timing.Median(Math.Min(times, 3),
                    () => MetricFrame.Gather(sample, grouping, new FrameOptions(Threads: threads)).MeasureGroups(auc))));
            Peers.Compare(options, "auc.py", gate, "scikit-learn roc_auc_score, overall and by group",
                rows.ToString(CultureInfo.InvariantCulture));

            void Measure()
            {
                MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Threads: threads));
                sum = frame.Estimate(auc).Number + frame.EstimateGroups(auc).Sum(value => value.Number);
            }
        }
    }
}
