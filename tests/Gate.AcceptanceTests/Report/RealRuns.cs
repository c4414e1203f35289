using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Report;

/// <summary>What the built tool wrote for two examples and for hostile data, each run once.</summary>
public sealed class RealRuns : IDisposable
{
    // Trees with categories, explained by SHAP, with the model in the page.
    private const string WhatIf = """
        version: 1
        name: what-if
        task: binary_classification
        data: { source: hmda.csv, split: { test: 0.5, seed: 7 }, label: deny, positive: "no", sensitive: [afam] }
        model: { train: { algorithm: decision_tree, max_depth: 5, min_samples_leaf: 15 }, threshold: 0.8 }
        explain: { method: shap }
        conditions: [{ metric: roc_auc, min: 0.5 }]
        report: { what_if: true }
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
