using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Models that Microsoft.ML trains in the run: judged, explained, handed on, found by a search.</summary>
public sealed class MicrosoftMl
{
    private const string Policy = """
        version: 1
        name: loans
        task: binary_classification
        data: { source: train.csv, label: paid, positive: yes, split: { test: 0.5, seed: 3 } }
        model: { train: { algorithm: fast_tree, n_estimators: 20 } }
        explain: { method: tree_shap }
        conditions: [{ metric: roc_auc, min: 0.9 }]

        """;

    private const string Trained = "train: { algorithm: fast_tree, n_estimators: 20 }";

    private static readonly string rows = "income,town,paid\n" + string.Concat(Enumerable.Range(0, 600).Select(i =>
        FormattableString.Invariant($"{(i % 11 == 0 ? "" : i * 37 % 90)},{(i % 3 == 0 ? "Ulm" : i % 7 == 0 ? "" : "Bonn")},")
        + (i * 37 % 90 + (i % 3 * 10) > 50 ? "yes\n" : "no\n")));

    private static Workspace Work(string train = Trained) => new Workspace().With("train.csv", rows)
        .With("gate.yml", Policy.Replace(Trained, train, StringComparison.Ordinal));

    [Theory]
    [InlineData(Trained, "fast_tree")]
    [InlineData("train: { algorithm: fast_forest }", "fast_forest")]
    [InlineData("train: { algorithm: gam, number_of_iterations: 300, learning_rate: 0.02 }", "gam")]
    public void Are_judged_and_explained_with_the_same_bytes_for_any_number_of_threads(string train, string kind)
    {
        using Workspace work = Work(train);
        GateOutcome one = work.Gate("run", "--threads", "1", "--output", "one", "--reproducible");
        Assert.True(one.ExitCode == 0, one.Output + one.Error);
        Assert.Equal(0, work.Gate("run", "--threads", "3", "--output", "three", "--reproducible").ExitCode);
        string result = File.ReadAllText(work["one/result.json"]);
        Assert.Equal(result, File.ReadAllText(work["three/result.json"]));
        Assert.Contains($"\"kind\": \"{kind}\"", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_handed_on_as_ONNX_which_scores_the_same()
    {
        using Workspace work = Work();
        Assert.Equal(0, work.Gate("train").ExitCode);
        string Judged(string model)
        {
            File.WriteAllText(work["gate.yml"], Policy.Replace(", split: { test: 0.5, seed: 3 }", "", StringComparison.Ordinal)
                .Replace("explain: { method: tree_shap }", "explain: false", StringComparison.Ordinal)
                .Replace(Trained, model, StringComparison.Ordinal));
            GateOutcome outcome = work.Gate("run", "--json");
            Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
            return outcome.Output;
        }
        string judged = Judged("onnx: gate-model/model.onnx");
        GateOutcome scored = work.Gate("score", "gate-model/model.onnx", "train.csv", "--keep", "paid", "-o", "scored.csv");
        Assert.True(scored.ExitCode == 0, scored.Error);
        Assert.Contains("roc_auc", judged, StringComparison.Ordinal);
        Assert.Equal(601, File.ReadAllLines(work["scored.csv"]).Length);
    }

    [Fact]
    public void A_search_tries_them_where_the_policy_names_them()
    {
        using Workspace work = Work("train: { algorithm: auto, candidates: [fast_tree, fast_forest], max_trials: 3, cross_validation: 2 }");
        GateOutcome outcome = work.Gate("run");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        string result = File.ReadAllText(work["gate-output/result.json"]);
        Assert.Contains("\"fast_tree\"", result, StringComparison.Ordinal);
        Assert.Contains("\"fast_forest\"", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_with_gam_and_parameters_that_do_not_fit_are_errors_of_the_policy()
    {
        using Workspace work = Work("train: { algorithm: fast_tree, number_of_trees: 25, bagging_size: 2 }");
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("gate.yml:5:1: model.train: Microsoft.ML: Number of trees should be a multiple of number bag size", outcome.Error,
            StringComparison.Ordinal);
    }

    /// <summary>Without its assemblies all else works: they are loaded when one of these learners trains.</summary>
    [Fact]
    public void Other_learners_load_nothing_of_it()
    {
        using Workspace work = Work("train: { algorithm: decision_tree, max_depth: 4 }");
        string tool = Path.GetDirectoryName(GateProcess.Executable)!;
        foreach (string file in Directory.GetFiles(tool).Where(file => !Path.GetFileName(file).Contains("Tests", StringComparison.Ordinal)
            && !Path.GetFileName(file).StartsWith("Microsoft.ML.", StringComparison.Ordinal)))
            work.WithCopy(file, Path.Combine("tool", Path.GetFileName(file)));
        foreach (string file in Directory.GetFiles(Path.Combine(tool, "runtimes"), "*", SearchOption.AllDirectories))
            work.WithCopy(file, Path.Combine("tool", Path.GetRelativePath(tool, file)));
        string copy = work[Path.Combine("tool", Path.GetFileName(GateProcess.Executable))];
        GateOutcome outcome = GateProcess.RunProgram(copy, work.Root, "run");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }
}
