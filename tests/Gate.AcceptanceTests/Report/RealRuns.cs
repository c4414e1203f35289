using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Report;

/// <summary>What the built tool wrote for two examples and for hostile data, each run once.</summary>
public sealed class RealRuns : IDisposable
{
    // Calibrated trees with categories, explained by SHAP, with the model in the page.
    private const string WhatIf = """
        version: 1
        name: what-if
        task: binary_classification
        data: { source: hmda.csv, split: { test: 0.5, seed: 7 }, label: deny, positive: "no", sensitive: [afam] }
        model: { train: { algorithm: decision_tree, max_depth: 5, min_samples_leaf: 15 }, calibrate: isotonic, threshold: 0.8 }
        explain: { method: shap }
        conditions: [{ metric: roc_auc, min: 0.5 }]
        report: { what_if: true }
        """;

    // Several calibrated classes, with rows, gaps and the model in the page.
    private const string Classes = """
        version: 1
        name: classes
        task: multiclass_classification
        data: { source: d.csv, split: { test: 0.5, seed: 7 }, label: y, sensitive: [g] }
        model: { train: { algorithm: logistic_regression }, calibrate: sigmoid }
        explain: { method: shap, rows: { worst_errors: 2 } }
        conditions:
          - { metric: accuracy, min: 0.5 }
          - { metric: attribution_gap, by: g, features: x, class: low, max: 50 }
        report: { what_if: true, rows: all }
        """;

    private readonly Workspace work = new();
    private readonly Dictionary<string, Lazy<string>> directories;

    public RealRuns() => directories = new()
    {
        ["mortgage"] = new(() => Run("mortgage", Running.Repository.Example("mortgage"))),
        ["diabetes"] = new(() => Run("diabetes", Running.Repository.Example("diabetes"))),
        ["whatif"] = new(() =>
        {
            work.With("trees/gate.yml", WhatIf).With("trees/hmda.csv", File.ReadAllText(Path.Combine(
                Running.Repository.Example("mortgage"), "hmda.csv")));
            return Run("whatif", work["trees"]);
        }),
        ["classes"] = new(() =>
        {
            work.With("classes/gate.yml", Classes).With("classes/d.csv", "x,z,k,g,y\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
                $"{i * 37 % 80 + (i % 3 == 0 ? 9 : 0)},{i * 61 % 47},k{i % 2},{(i % 3 == 0 ? "a" : "b")},"
                + $"{(i * 37 % 80 + i * 13 % 11) switch { < 25 => "low", < 55 => "<b>mid</b>", _ => "high" }}\n")));
            return Run("classes said", work["classes"]);
        }),
        ["hostile"] = new(() =>
        {
            work.With("data/gate.yml", HostileData.Policy()).With("data/h.csv", HostileData.Csv());
            return Run("hostile", work["data"]);
        }),
    };

    /// <summary>A file of a run.</summary>
    public string Read(string run, string file) => File.ReadAllText(Path.Combine(directories[run].Value, file));

    public void Dispose() => work.Dispose();

    private string Run(string name, string directory)
    {
        GateOutcome outcome = GateProcess.Run(directory, "run", "gate.yml", "--output", work[name]);
        Assert.True(outcome.ExitCode is 0 or 1, outcome.Error);
        return work[name];
    }
}
