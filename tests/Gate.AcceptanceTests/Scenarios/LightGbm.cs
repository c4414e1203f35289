using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A model that LightGBM trains in the run: judged, handed on, refused.</summary>
public sealed class LightGbm
{
    private const string Policy = """
        version: 1
        name: loans
        task: binary_classification
        data: { source: train.csv, label: paid, positive: yes, split: { test: 0.5, seed: 3 } }
        model: { train: { algorithm: lightgbm, n_estimators: 20, mc: { income: 1 } } }
        explain: false
        conditions: [{ metric: roc_auc, min: 0.9 }]

        """;

    private static readonly string rows = "income,town,paid\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        FormattableString.Invariant($"{(i % 11 == 0 ? "" : i * 37 % 90)},{(i % 3 == 0 ? "Ulm" : i % 7 == 0 ? "" : "Bonn")},")
        + (i * 37 % 90 + (i % 3 * 10) > 50 ? "yes\n" : "no\n")));

    private static string? WhyNot => File.Exists(Path.Combine(Path.GetDirectoryName(GateProcess.Executable)!, Library)) ? null
        : "LightGBM has no library for this platform";

    private static string Library => OperatingSystem.IsWindows() ? "runtimes/win-x64/native/lib_lightgbm.dll"
        : OperatingSystem.IsMacOS() ? "runtimes/osx-x64/native/lib_lightgbm.dylib" : "runtimes/linux-x64/native/lib_lightgbm.so";

    private static Workspace Work(string policy = Policy) => new Workspace().With("train.csv", rows).With("gate.yml", policy);

    [SkippableFact]
    public void Is_judged_and_gives_the_same_bytes_with_any_number_of_threads()
    {
        Skip.If(WhyNot is not null, WhyNot);
        using Workspace work = Work();
        GateOutcome one = work.Gate("run", "--threads", "1", "--output", "one", "--reproducible");
        Assert.True(one.ExitCode == 0, one.Output + one.Error);
        Assert.DoesNotContain("[LightGBM]", one.Output + one.Error, StringComparison.Ordinal);
        Assert.Equal(0, work.Gate("run", "--threads", "3", "--output", "three", "--reproducible").ExitCode);
        string result = File.ReadAllText(work["one/result.json"]);
        Assert.Equal(result, File.ReadAllText(work["three/result.json"]));
        Assert.Contains("\"kind\": \"lightgbm\"", result, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Is_handed_on_as_ONNX_and_as_LightGBMs_text_which_score_the_same()
    {
        Skip.If(WhyNot is not null, WhyNot);
        using Workspace work = Work();
        GateOutcome trained = work.Gate("train", "--own-format");
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Contains("gate-model/model.onnx, gate-model/model-card.json, gate-model/model.txt written", trained.Error,
            StringComparison.Ordinal);
        string Judged(string model)
        {
            File.WriteAllText(work["gate.yml"], Policy.Replace(", split: { test: 0.5, seed: 3 }", "", StringComparison.Ordinal)
                .Replace("train: { algorithm: lightgbm, n_estimators: 20, mc: { income: 1 } }", model, StringComparison.Ordinal));
            GateOutcome outcome = work.Gate("run");
            Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
            return outcome.Output;
        }
        Assert.Equal(Judged("lightgbm: gate-model/model.txt"), Judged("onnx: gate-model/model.onnx"));
    }

    [Fact]
    public void A_learner_without_a_format_of_its_own_says_so_before_it_trains()
    {
        using Workspace work = Work(Policy.Replace("lightgbm, n_estimators: 20, mc: { income: 1 }", "decision_tree",
            StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("train", "--own-format");
        Assert.Equal((64, "gate: --own-format: the learner has no format of its own; model.onnx is what is written of it\n"),
            (outcome.ExitCode, outcome.Error));
    }

    [SkippableFact]
    public void What_LightGBM_refuses_is_told_once_with_its_place()
    {
        Skip.If(WhyNot is not null, WhyNot);
        using Workspace work = Work(Policy.Replace("n_estimators: 20", "eta: 0", StringComparison.Ordinal));
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("gate: gate.yml:5:40: model.train.eta: LightGBM: Check failed: (learning_rate) > (0.0)\n", outcome.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("[Fatal]", outcome.Error + outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_without_the_library_ends_with_69_and_says_what_runs_there()
    {
        using Workspace work = Work();
        // The tool as it is where LightGBM has no library: without it.
        string tool = Path.GetDirectoryName(GateProcess.Executable)!;
        foreach (string file in Directory.GetFiles(tool).Where(file => !Path.GetFileName(file).Contains("Tests", StringComparison.Ordinal)))
            work.WithCopy(file, Path.Combine("tool", Path.GetFileName(file)));
        string copy = work[Path.Combine("tool", Path.GetFileName(GateProcess.Executable))];
        GateOutcome outcome = GateProcess.RunProgram(copy, work.Root, "run");
        Assert.True(outcome.ExitCode == 69, outcome.Output + outcome.Error);
        Assert.Contains("gate: LightGBM's library (", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("train fast_tree, which boosts trees on ARM too", outcome.Error,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
    }
}
