using System.Globalization;

namespace Gate.Bench.Speed;

/// <summary>The whole of <c>gate run</c> on a million scored rows of ten columns, with two sensitive columns and three conditions: reading,
/// metrics, curves and report.</summary>
internal static class ReportScenario
{
    private const string Policy = """
        version: 1
        name: million
        task: binary_classification
        data:
          source: rows.csv
          label: y
          positive: "1"
          sensitive: [sex, race]
        model: { predictions: { prediction: predicted, score: score } }
        conditions:
          - { metric: roc_auc, min: 0.6 }
          - { metric: selection_rate, by: sex, compare: ratio, min: 0.8 }
          - { metric: equalized_odds_difference, by: race, max: 0.1 }

        """;

    public static void Run(Dictionary<string, string> options)
    {
        string gate = options.Get("gate");
        int times = options.Number("times", 5);
        foreach (int rows in options.Rows("1000000"))
        {
            string work = Directory.CreateTempSubdirectory("gate-bench").FullName, policy = Path.Combine(work, "gate.yml");
            File.WriteAllText(policy, Policy);
            Write(Path.Combine(work, "rows.csv"), rows);
            (double Clock, double Processor)[] runs = [.. Enumerable.Range(0, times).Select(_ => Once(gate, policy, work))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows x 10 columns: median "
                + $"{Median(runs.Select(run => run.Clock)):0.00} s by the clock, {Median(runs.Select(run => run.Processor)):0.00} s of "
                + $"processor time, of {times} runs"));
            Directory.Delete(work, recursive: true);
        }
    }

    private static (double Clock, double Processor) Once(string gate, string policy, string work)
    {
        var run = Measured.Run(gate, "run", policy, "--output", Path.Combine(work, "out"));
        if (run.ExitCode > 2) throw new InvalidOperationException(run.Output);
        return (run.Seconds, run.ProcessorSeconds);
    }

    private static double Median(IEnumerable<double> numbers) => numbers.Order().ElementAt(numbers.Count() / 2);

    /// <summary>Rows from a fixed seed; hardly any two scores are the same.</summary>
    private static void Write(string file, int rows)
    {
        MadeData data = MadeData.Of(rows, scored: true);
        var random = new Random(2);
        using var writer = new StreamWriter(file);
        writer.WriteLine("y,score,predicted,sex,race,age,income,hours,region,segment");
        for (int i = 0; i < rows; i++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{data.Sample.Truth.Labels![i]},{data.Output.Scores![i]:R},"
                + $"{data.Output.Codes![i]},{data.Sex.Categories[data.Sex.Codes[i]]},{data.Race.Categories[data.Race.Codes[i]]},"
                + $"{random.Next(18, 91)},{20_000 + random.Next(6_000_000) / 100.0},{random.Next(1, 81)},r{random.Next(20)},"
                + $"s{random.Next(5)}"));
    }
}
