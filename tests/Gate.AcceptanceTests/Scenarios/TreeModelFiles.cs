using System.Text.Json;
using Gate.AcceptanceTests.Running;

namespace Gate.AcceptanceTests.Scenarios;

/// <summary>Models in files of XGBoost and LightGBM, gated by the built tool.</summary>
public sealed class TreeModelFiles
{
    /// <summary>A model of LightGBM of one split: those above 40 are likely to pay.</summary>
    private const string LightGbm = """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=1
        objective=binary sigmoid:1
        feature_names=income town
        feature_infos=[0:90] 0:1

        Tree=0
        num_leaves=2
        num_cat=0
        split_feature=0
        split_gain=1
        threshold=40.5
        decision_type=2
        left_child=-1
        right_child=-2
        leaf_value=-1.5 1.5
        leaf_weight=1 1
        leaf_count=1 1
        internal_value=0
        internal_weight=2
        internal_count=2
        is_linear=0
        shrinkage=1


        end of trees

        pandas_categorical:[["Bonn", "Ulm"]]

        """;

    private static string Policy(string model) => $$"""
        version: 1
        name: trees
        task: binary_classification
        data: { source: d.csv, label: paid, positive: yes, features: { include: [income, town] } }
        model: {{model}}
        conditions: [{ metric: accuracy, min: 0.9 }]

        """;

    private static Workspace Work(string model) => new Workspace().With("gate.yml", Policy(model)).With("model.txt", LightGbm)
        .With("d.csv", "income,town,paid\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
            $"{i * 37 % 90},{(i % 3 == 0 ? "Ulm" : "Bonn")},{(i * 37 % 90 > 40 ? "yes" : "no")}\n")));

    [Fact]
    public void A_model_of_lightgbm_is_judged_and_named_in_the_result()
    {
        using Workspace work = Work("{ lightgbm: model.txt }");
        GateOutcome outcome = work.Gate("run");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        JsonElement result = JsonDocument.Parse(File.ReadAllText(work["gate-output/result.json"])).RootElement;
        Assert.Equal(1, result.GetProperty("findings")[0].GetProperty("estimate").GetDouble());
        JsonElement model = result.GetProperty("model");
        Assert.Equal(("lightgbm", "model.txt"), (model.GetProperty("kind").GetString(), model.GetProperty("source").GetString()));
        Assert.Contains("binary sigmoid:1", model.GetProperty("facts").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, result.GetProperty("provenance").GetProperty("digests").EnumerateArray()
            .Count(digest => digest.GetProperty("role").GetString() == "model"));
        Assert.Equal("income", result.GetProperty("importance").GetProperty("features")[0].GetProperty("feature").GetString());
    }

    /// <summary>The real margins are held by unit tests; here the way from a policy to a verdict.</summary>
    [SkippableFact]
    public void A_model_of_xgboost_is_judged()
    {
        using Workspace work = new Workspace().WithCopy(Repository.Shared("data/heart_failure.csv"), "heart.csv")
            .WithCopy(Repository.Shared("models/xgboost/heart_missing.ubj"), "model.ubj").With("gate.yml", """
                version: 1
                name: heart
                task: binary_classification
                data: { source: heart.csv, label: DEATH_EVENT, positive: 1 }
                model: { xgboost: model.ubj }
                conditions: [{ metric: roc_auc, min: 0.7 }]

                """);
        GateOutcome outcome = work.Gate("run");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
    }

    [Theory]
    [InlineData("{ lightgbm: absent.txt }", 65, "the model file absent.txt does not exist")]
    [InlineData("{ lightgbm: d.csv }", 65, "d.csv cannot be read as a LightGBM model")]
    [InlineData("{ xgboost: model.txt }", 65, "model.txt")]
    [InlineData("{ lightgbm: model.pkl }", 65, "model.pkl is a pickle")]
    [InlineData("{ xgboost: model.pt }", 65, "model.pt is a zip archive (PyTorch's .pt)")]
    [InlineData("{ onnx: model.h5 }", 65, "model.h5 is an HDF5 file (Keras' .h5)")]
    [InlineData("{ lightgbm: { source: model.txt, columns: { income: incme } } }", 64, "did you mean 'income'?")]
    [InlineData("{ lightgbm: { source: model.txt, classes: [no, maybe] } }", 64, "gate.yml:5:")]
    [InlineData("{ lightgbm: cut.txt }", 65, "cut.txt cannot be read as a LightGBM model")]
    public void What_is_wrong_is_said_and_nothing_is_written(string model, int code, string said)
    {
        using Workspace work = Work(model).With("cut.txt", LightGbm[..(LightGbm.Length / 2)])
            .With("model.pkl", "ccopy_reg\n_reconstructor\n").With("model.pt", "PK\u0003\u0004........model/data.pkl").With("model.h5", "");
        File.WriteAllBytes(work["model.h5"], [0x89, .. "HDF\r\n\u001a\n"u8]);
        GateOutcome outcome = work.Gate("run");
        Assert.Equal(code, outcome.ExitCode);
        Assert.Contains(said, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work["gate-output"]));
    }
}
