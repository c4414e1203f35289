using System.Globalization;
using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A policy that names no learner: Gate finds one, judges it, and hands it on.</summary>
public sealed class FindingAModel
{
    private static string Policy(string search = "") => $$"""
        version: 1
        name: loans
        task: binary_classification
        data: { source: loans.csv, label: paid, positive: yes, sensitive: [sex], split: { test: 0.4, seed: 3 } }
        model:
          train: { algorithm: auto, candidates: [logistic_regression, decision_tree], max_trials: 8, cross_validation: 3{{search}} }
          calibrate: isotonic
          threshold: { maximise: balanced_accuracy }
        explain: false
        conditions:
          - { metric: roc_auc, min: 0.6 }
          - { metric: selection_rate, by: sex, compare: difference, max: 0.5 }

        """;

    private static string Rows(int from) => "income,town,sex,paid\n" + string.Concat(Enumerable.Range(from, 500).Select(i =>
        string.Create(CultureInfo.InvariantCulture, $"{(i % 11 == 0 ? "" : i * 37 % 90)},{(i % 3 == 0 ? "Ulm" : "Bonn")},{"fm"[i % 2]},")
        + ((i * 37 % 90) + (i % 3 * 10) + (i * 53 % 41) > 65 ? "yes\n" : "no\n")));

    private static Workspace Work(string policy) => new Workspace().With("loans.csv", Rows(0)).With("gate.yml", policy)
        .With("new.csv", Rows(1000));

    private static JsonElement Search(string result) =>
        JsonDocument.Parse(result).RootElement.GetProperty("model").GetProperty("search");

    [Fact]
    public void The_same_model_is_found_with_any_number_of_threads_and_stands_in_result_report_and_card()
    {
        using Workspace work = Work(Policy(", subject_to: conditions"));
        string Run(string threads)
        {
            GateOutcome outcome = work.Gate("run", "--threads", threads, "--output", "out" + threads, "--reproducible", "--save-model",
                "saved" + threads);
            Assert.True(outcome.ExitCode is 0 or 1 or 2, outcome.Error);
            Assert.Contains("searching among 8 trials", outcome.Error, StringComparison.Ordinal);
            return File.ReadAllText(work[$"out{threads}/result.json"]);
        }

        string[] results = [Run("1"), Run("2"), Run("4")];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        Assert.Equal(File.ReadAllBytes(work["saved1/model.onnx"]), File.ReadAllBytes(work["saved4/model.onnx"]));

        JsonElement search = Search(results[0]);
        Assert.Equal(8, search.GetProperty("leaderboard").EnumerateArray().Count(entry =>
            entry.GetProperty("trial").ValueKind == JsonValueKind.Number));
        Assert.Contains("<section id=\"search\"", File.ReadAllText(work["out1/report.html"]), StringComparison.Ordinal);
        Assert.Equal(search.GetRawText(), Search(File.ReadAllText(work["saved1/model-card.json"])).GetRawText());
    }

    [Fact]
    public void What_is_found_is_handed_on_with_calibration_and_threshold()
    {
        using Workspace work = Work(Policy());
        GateOutcome trained = work.Gate("train");
        Assert.True(trained.ExitCode == 0, trained.Error);
        JsonElement model = JsonDocument.Parse(File.ReadAllText(work["gate-model/model-card.json"])).RootElement.GetProperty("model");
        double threshold = model.GetProperty("threshold").GetDouble();
        GateOutcome scored = work.Gate("score", "gate-model/model.onnx", "new.csv");
        Assert.True(scored.ExitCode == 0, scored.Error);
        string[][] lines = [.. scored.Output.Split('\n')[1..501].Select(line => line.Split(','))];
        Assert.All(lines, line => Assert.Equal(double.Parse(line[1], CultureInfo.InvariantCulture) >= threshold ? "yes" : "no", line[0]));
        Assert.Equal(2, lines.Select(line => line[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(", primary_metric: r2", 64, "'r2' does not serve binary_classification")]
    [InlineData(", timeout_minutes: 0.00001", 0, "")]
    public void What_is_wrong_is_said_and_a_time_limit_still_finds_a_model(string keys, int code, string said)
    {
        using Workspace work = Work(Policy(keys));
        GateOutcome outcome = work.Gate("train");
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
    }
}
