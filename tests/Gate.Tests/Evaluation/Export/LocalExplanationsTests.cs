using System.Text.Json;
using Gate.Data;
using Gate.Evaluation;
using Gate.Evaluation.Export;
using Gate.Models;
using Gate.Tests.Data;

namespace Gate.Tests.Evaluation.Export;

public sealed class LocalExplanationsTests
{
    private static TestRun Run(string task = "binary_classification", string model = "train: { algorithm: logistic_regression }",
        string label = "y") => new($$"""
            version: 1
            name: local
            task: {{task}}
            data: { source: d.csv, label: {{label}}, features: { include: [x, k] }, split: { test: 0.5, seed: 2 } }
            model: { {{model}} }
            report_only: true
            conditions: [{ metric: {{(task.StartsWith("multi", StringComparison.Ordinal) ? "accuracy" : "roc_auc")}}, level: inform }]
            """, ("d.csv", "x,k,y,c\n" + string.Concat(Enumerable.Range(0, 80).Select(i =>
                $"{(i % 9 == 0 ? "" : i * 7 % 40)},{(i % 3 == 0 ? "a" : "b")},{(i * 7 % 40 > 20 ? 1 : 0)},c{i % 3}\n"))));

    private static LocalExplanations Of(TestRun run) => GateRun.ExecuteAsync(run.Inputs with { KeepsExplanations = true }, run,
        CancellationToken.None).GetAwaiter().GetResult().Explanations!;

    [Fact]
    public void Json_has_what_an_explanation_of_shap_has()
    {
        using TestRun run = Run();
        JsonElement json = JsonDocument.Parse(Of(run).Json()).RootElement;
        double[][] values = json.GetProperty("values").Deserialize<double[][]>()!;
        double[] bases = json.GetProperty("base_values").Deserialize<double[]>()!;
        Assert.Equal((40, 2, 40), (values.Length, values[0].Length, bases.Length));
        Assert.Equal(["x", "k"], json.GetProperty("feature_names").Deserialize<string[]>()!);
        Assert.Equal(Enumerable.Range(0, 40), json.GetProperty("rows").Deserialize<int[]>()!);
        JsonElement data = json.GetProperty("data");
        Assert.Contains(data.EnumerateArray(), row => row[0].ValueKind == JsonValueKind.Null);
        Assert.Contains(data[0][1].GetString(), (string?[])["a", "b"]);
    }

    [Theory]
    [InlineData("binary_classification", "y")]
    [InlineData("multiclass_classification", "c")]
    public void Engineered_values_of_a_linear_model_add_up_to_those_of_raw_columns(string task, string label)
    {
        using TestRun run = Run(task, label: label);
        JsonElement json = JsonDocument.Parse(Of(run).Json()).RootElement, engineered = json.GetProperty("engineered");
        Assert.Equal(["x", "k=a", "k=b"], engineered.GetProperty("feature_names").Deserialize<string[]>()!);
        JsonElement raw = json.GetProperty("values"), encoded = engineered.GetProperty("values");
        bool isOne = raw[0][0].ValueKind == JsonValueKind.Number;
        for (int row = 0; row < 40; row++)
            for (int k = 0; k < (isOne ? 1 : 3); k++)
            {
                double At(JsonElement values, int column) => (isOne ? values[row][column] : values[row][column][k]).GetDouble();
                Assert.Equal(At(raw, 0), At(encoded, 0), 1e-12);
                Assert.Equal(At(raw, 1), At(encoded, 1) + At(encoded, 2), 1e-12);
            }
    }

    [Fact]
    public void Trees_have_no_engineered_columns()
    {
        using TestRun run = Run(model: "train: { algorithm: decision_tree }");
        Assert.False(JsonDocument.Parse(Of(run).Json()).RootElement.TryGetProperty("engineered", out _));
    }

    [Fact]
    public void Of_several_classes_each_value_has_one_for_each()
    {
        using TestRun run = Run("multiclass_classification", label: "c");
        JsonElement json = JsonDocument.Parse(Of(run).Json()).RootElement;
        Assert.Equal(3, json.GetProperty("values")[0][0].GetArrayLength());
        Assert.Equal(3, json.GetProperty("base_values")[0].GetArrayLength());
        Assert.Equal(["c0", "c1", "c2"], json.GetProperty("output_names").Deserialize<string[]>()!);
    }

    [Fact]
    public void Parquet_has_the_same_values()
    {
        using TestRun run = Run();
        LocalExplanations explanations = Of(run);
        JsonElement values = JsonDocument.Parse(explanations.Json()).RootElement.GetProperty("values");
        using var folder = new DataFolder();
        string path = Path.Combine(folder.Path, "e.parquet");
        using (FileStream file = File.Create(path)) explanations.Parquet(file);
        Table table = TableReader.Read(new SourceOptions { Paths = [path] });
        Assert.Equal(["row", "base_value", "shap_x", "shap_k"], table.Names);
        for (int row = 0; row < 40; row++)
            Assert.Equal(values[row][0].GetDouble(), ((NumericColumn)table["shap_x"]).Values[row]);
    }

    [Fact]
    public async Task Nothing_is_kept_unasked_and_what_cannot_be_explained_is_an_error()
    {
        using TestRun run = Run(), said = new("""
            version: 1
            name: local
            task: binary_classification
            data: { source: d.csv, label: y }
            model: { predictions: { prediction: p } }
            report_only: true
            conditions: [{ metric: accuracy, level: inform }]
            """, ("d.csv", "y,p\n1,1\n0,0\n1,0\n0,1\n"));
        Assert.Null((await GateRun.ExecuteAsync(run.Inputs, run, CancellationToken.None)).Explanations);
        Assert.Contains("no explanations to write", Assert.Throws<ModelException>(() => Of(said)).Message, StringComparison.Ordinal);
    }
}
