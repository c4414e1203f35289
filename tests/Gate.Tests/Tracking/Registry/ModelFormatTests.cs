using System.Text;
using System.Text.Json;
using Gate.Tracking;
using Gate.Tracking.Registry;

namespace Gate.Tests.Tracking.Registry;

/// <summary>Models in MLflow's format, and their addresses.</summary>
public sealed class ModelFormatTests
{
    private static readonly RunInfo run = new() { Id = "abc", ExperimentId = "1", StartTime = 1_700_000_000_000 };

    private const string Card = """
        { "classes": ["no", "yes"], "features": [
          { "name": "income's", "kind": "number", "used": true, "levels": null, "min": 1.5 },
          { "name": "town", "kind": "category", "used": true, "levels": ["Bonn", "Ulm"], "min": null },
          { "name": "idle", "kind": "number", "used": false, "levels": null, "min": 0 } ] }
        """;

    private static Dictionary<string, string> Files(string flavor, string data, string? card) => ModelPackage
        .Files(new(flavor, data), [7], card is null ? null : Encoding.UTF8.GetBytes(card), run)
        .ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content));

    [Fact]
    public void A_model_has_signature_example_and_what_python_needs()
    {
        Dictionary<string, string> files = Files("onnx", "model.onnx", Card);
        Assert.Equal(["MLmodel", "conda.yaml", "input_example.json", "model-card.json", "model.onnx", "requirements.txt"],
            files.Keys.Order(StringComparer.Ordinal));
        string description = files["MLmodel"];
        Assert.Equal(new ModelFlavor("onnx", "model.onnx"), MlModel.Read(Encoding.UTF8.GetBytes(description), "here"));
        Assert.Contains("loader_module: mlflow.onnx\n", description, StringComparison.Ordinal);
        Assert.Contains("run_id: abc\n", description, StringComparison.Ordinal);
        Assert.Contains("utc_time_created: '2023-11-14 22:13:20.000000'", description, StringComparison.Ordinal);
        string inputs = description.Split("  inputs: '")[1].Split("'\n")[0].Replace("''", "'", StringComparison.Ordinal);
        Assert.Equal(["double income's", "string town"], JsonDocument.Parse(inputs).RootElement.EnumerateArray()
            .Select(one => $"{one.GetProperty("type").GetString()} {one.GetProperty("name").GetString()}"));
        Assert.Contains("\"label\"", description, StringComparison.Ordinal);
        Assert.Equal("{\"columns\":[\"income\\u0027s\",\"town\"],\"data\":[[1.5,\"Bonn\"]]}", files["input_example.json"]);
        Assert.Contains("onnxruntime", files["requirements.txt"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("onnx", "m.onnx")]
    [InlineData("lightgbm", "m.txt")]
    [InlineData("xgboost", "m.json")]
    public void A_file_without_a_card_has_no_signature_and_is_read_again(string flavor, string data)
    {
        Dictionary<string, string> files = Files(flavor, data, null);
        Assert.DoesNotContain("signature", files["MLmodel"], StringComparison.Ordinal);
        Assert.Equal(new ModelFlavor(flavor, data), MlModel.Read(Encoding.UTF8.GetBytes(files["MLmodel"]), "here"));
    }

    /// <summary>As MLflow 2.9 writes them.</summary>
    [Theory]
    [InlineData(
        "flavors:\n  lightgbm:\n    code: null\n    data: model.lgb\n    lgb_version: 4.1.0\n  python_function:\n    data: model.lgb\n",
        "lightgbm", "model.lgb")]
    [InlineData("flavors:\n  python_function:\n    data: model.ubj\n  xgboost:\n    data: model.ubj\n    model_format: ubj\n", "xgboost",
        "model.ubj")]
    [InlineData("artifact_path: m\nflavors:\n  onnx:\n    data: sub/model.onnx\n    providers:\n    - CPUExecutionProvider\n", "onnx",
        "sub/model.onnx")]
    public void Flavours_of_mlflow_are_found(string text, string flavor, string data) =>
        Assert.Equal(new ModelFlavor(flavor, data), MlModel.Read(Encoding.UTF8.GetBytes(text), "here"));

    [Theory]
    [InlineData("flavors:\n  python_function: {}\n  sklearn:\n    pickled_model: model.pkl\n", "has the flavor sklearn, which runs Python")]
    [InlineData("flavors:\n  python_function: {}\n", "python_function alone")]
    [InlineData("flavors:\n  onnx:\n    data: ../../etc/passwd\n", "is no path of an artifact")]
    [InlineData("flavors:\n  onnx: {}\n", "names no data")]
    [InlineData("artifact_path: m\n", "names no flavors")]
    [InlineData("- a\n", "holds no map")]
    [InlineData("a: 'b\n", "is no description of a model")]
    public void What_cannot_be_opened_is_said_with_what_to_do(string text, string said) => Assert.Contains(said,
        Assert.Throws<TrackingException>(() => MlModel.Read(Encoding.UTF8.GetBytes(text), "here")).Message, StringComparison.Ordinal);

    [Fact]
    public void Addresses_are_read()
    {
        Assert.Equal(new ModelUri("credit risk", "champion", null, null, ""), ModelUri.Parse("models:/credit risk@champion"));
        Assert.Equal(new ModelUri("credit", null, "12", null, ""), ModelUri.Parse("models:/credit/12"));
        Assert.Equal(new ModelUri(null, null, null, "abc", "a/model"), ModelUri.Parse("runs:/abc/a/model/"));
    }

    [Theory]
    [InlineData("models:/credit/Production")]
    [InlineData("models:/credit/0")]
    [InlineData("models:/credit")]
    [InlineData("models:/a/b@c")]
    [InlineData("models:/..@champion")]
    [InlineData("models:/credit@v1")]
    [InlineData("models:/credit@latest")]
    [InlineData("models:/credit@a@b")]
    [InlineData("runs:/abc")]
    [InlineData("runs:/abc/../x")]
    [InlineData("runs:/../x/y")]
    [InlineData("s3://bucket/x")]
    public void What_is_no_address_is_refused(string text) => Assert.Throws<TrackingException>(() => ModelUri.Parse(text));
}
