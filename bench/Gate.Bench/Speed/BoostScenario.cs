using System.Globalization;

namespace Gate.Bench.Speed;

/// <summary>All of <c>gate run</c> on Adult with gradient boosting, metrics by sex and by race, permutation importance and report, against
/// a script that does it with XGBoost and scikit-learn; from start to exit of both.</summary>
internal static class BoostScenario
{
    private const string Policy = """
        version: 1
        name: adult-boosted
        task: binary_classification
        data:
          source: adult.csv
          split: { column: split }
          label: income
          positive: ">50K"
          sensitive: [sex, race]
          features: { exclude: [fnlwgt] }
        model:
          train: { algorithm: lightgbm, num_iterations: 100, num_leaves: 31, learning_rate: 0.1 }
        conditions:
          - { metric: roc_auc, min: 0.9 }
          - { metric: accuracy, min: 0.85 }
          - { metric: selection_rate, by: sex, compare: ratio, min: 0.8 }
          - { metric: equalized_odds_difference, by: sex, max: 0.1 }
          - { metric: accuracy, by: race, compare: group_min, min: 0.8 }
          - { metric: selection_rate, by: race, compare: ratio, min: 0.8 }

        """;

    public static void Run(Dictionary<string, string> options)
    {
        int times = options.Number("times", 5), threads = options.Number("threads", Environment.ProcessorCount);
        string work = Directory.CreateTempSubdirectory("gate-bench").FullName, page = Path.Combine(work, "peer.html");
        try
        {
            string policy = Path.Combine(work, "gate.yml"), data = Path.GetFullPath(options.Get("data"));
            File.WriteAllText(policy, Policy);
            File.Copy(data, Path.Combine(work, "adult.csv"));
            string count = threads.ToString(CultureInfo.InvariantCulture), python = options.Get("python", "python3");
            var gate = new List<Measured>();
            var peer = new List<Measured>();
            // In turn, since what else the machine does changes.
            for (int i = 0; i < times; i++)
            {
                gate.Add(Measured.Run(options.Get("gate"), "run", policy, "--threads", count, "--output", Path.Combine(work, "out")));
                if (gate[^1].ExitCode > 2) throw new InvalidOperationException(gate[^1].Output);
                if (python == "none") continue;
                peer.Add(Measured.Run(python, "-W", "ignore", Path.Combine(Scenarios.Peers, "boost.py"), data, page, count));
                if (peer[^1].ExitCode != 0) throw new InvalidOperationException(peer[^1].Output);
            }
            Measured ours = Median(gate);
            Console.WriteLine($"gate run: {Show(ours)}, median of {times}");
            if (peer.Count == 0) return;
            Measured theirs = Median(peer);
            Console.WriteLine($"Python ({theirs.Output.Trim()}): {Show(theirs)}; Gate takes {ours.Seconds / theirs.Seconds:P0} of the "
                + $"time and {ours.ProcessorSeconds / theirs.ProcessorSeconds:P0} of the processor time");
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static Measured Median(List<Measured> runs) => runs.OrderBy(run => run.ProcessorSeconds).ElementAt(runs.Count / 2);

    // No memory: Gate's native code runs in a process of its own, of which the kernel keeps another account.
    private static string Show(Measured run) => $"{run.Seconds:0.00} s, processor {run.ProcessorSeconds:0.00} s";
}
