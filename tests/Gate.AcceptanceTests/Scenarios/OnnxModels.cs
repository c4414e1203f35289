using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>A scikit-learn pipeline as an ONNX file, one input a column, texts among them, gated on census data by the built
/// tool.</summary>
public sealed class OnnxModels
{
    private const string Policy = """
        version: 1
        name: adult-onnx
        task: binary_classification
        data:
          source: adult.csv
          where: split = 'test'
          label: income
          positive: ">50K"
          sensitive: [sex]
          features: { include: [age, education-num, hours-per-week, workclass, marital-status, sex] }
        model: { onnx: model.onnx }
        conditions:
          - { metric: accuracy, min: 0.8 }
          - { metric: roc_auc, min: 0.85 }
          - { metric: selection_rate, by: sex, compare: ratio, min: 0.8, level: warn }

        """;

    private static Workspace Work(string policy = Policy) => new Workspace()
        .WithCopy(Repository.Shared("models/onnx_built/columns_onehot_logreg.onnx"), "model.onnx")
        .WithCopy(Repository.Shared("data/adult.csv"), "adult.csv").With("gate.yml", policy);

    private static void Refuses(Workspace work, int code, params string[] parts)
    {
        using (work)
        {
            GateOutcome outcome = work.Gate("run");
            Assert.Equal(code, outcome.ExitCode);
            foreach (string part in parts) Assert.Contains(part, outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(work["gate-output"]));
        }
    }

    [SkippableFact]
    public void Is_judged_as_any_model_and_gives_the_same_bytes_with_any_number_of_threads()
    {
        using Workspace work = Work();
        GateOutcome one = work.Gate("run", "--threads", "1", "--output", "one", "--reproducible");
        Assert.True(one.ExitCode == 0, one.Output + one.Error);
        GateOutcome three = work.Gate("run", "--threads", "3", "--output", "three", "--reproducible");
        Assert.Equal(one.Output, three.Output);
        string result = File.ReadAllText(work["one/result.json"]);
        Assert.Equal(result, File.ReadAllText(work["three/result.json"]));
        Assert.Contains("\"kind\": \"onnx\"", result, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Is_its_own_baseline_by_digest()
    {
        using Workspace work = Work(Policy.Replace("conditions:", "baseline: { onnx: model.onnx }\nconditions:", StringComparison.Ordinal)
            .Replace("min: 0.85", "max_regression: 0", StringComparison.Ordinal));
        Assert.Equal(0, work.Gate("run").ExitCode);
    }

    [SkippableFact]
    public void A_file_that_was_cut_off()
    {
        Workspace work = Work();
        byte[] bytes = File.ReadAllBytes(work["model.onnx"]);
        File.Delete(work["model.onnx"]);
        File.WriteAllBytes(work["model.onnx"], bytes[..^100]);
        Refuses(work, 65, "model.onnx is no ONNX model, or is damaged", "cut off");
    }

    [SkippableFact]
    public void Columns_and_types_that_do_not_fit()
    {
        Refuses(Work(Policy.Replace(", sex] }", "] }", StringComparison.Ordinal)), 65, "reads the input 'sex', and no feature is called so",
            "data.features.include");
        Refuses(Work(Policy.Replace("onnx: model.onnx", "onnx: { source: model.onnx, columns: { age: workclass } }",
            StringComparison.Ordinal)), 65, "takes numbers (float) as its input 'age', and the column 'workclass' is text");
        Refuses(Work(Policy.Replace("onnx: model.onnx", "onnx: { source: model.onnx, columns: { age: agee } }",
            StringComparison.Ordinal)), 64, "gate.yml:", "did you mean 'age'?");
    }
}
