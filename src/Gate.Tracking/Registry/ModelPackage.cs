using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gate.Tracking.Registry;

/// <summary>A model as MLflow keeps it: its file, <c>MLmodel</c> with signature and input example, and what Python needs to run
/// it.</summary>
public static class ModelPackage
{
    /// <summary>The folder below a run's artifacts.</summary>
    public const string Folder = "model";

    /// <summary>The file that says what Gate found of the model.</summary>
    public const string Card = "model-card.json";

    private const string Example = "input_example.json", Conda = "conda.yaml", Requirements = "requirements.txt";

    /// <summary>What Python needs, by flavour.</summary>
    private static readonly Dictionary<string, string[]> needs = new()
    {
        ["onnx"] = ["mlflow>=2.9", "onnx>=1.16", "onnxruntime>=1.18", "pandas"],
        ["lightgbm"] = ["mlflow>=2.9", "lightgbm>=4", "pandas"],
        ["xgboost"] = ["mlflow>=2.9", "xgboost>=2", "pandas"],
    };

    /// <summary>The files of a model, by their paths below <see cref="Folder"/>.</summary>
    /// <param name="flavor">Its flavour; its data is the name of the file.</param>
    /// <param name="model">The file's bytes.</param>
    /// <param name="card">The model's card; null where Gate has none, and then neither signature nor example.</param>
    /// <param name="run">The run that it belongs to.</param>
    public static IReadOnlyList<(string Path, byte[] Content)> Files(ModelFlavor flavor, byte[] model, byte[]? card, RunInfo run)
    {
        ArgumentNullException.ThrowIfNull(flavor);
        ArgumentNullException.ThrowIfNull(run);
        JsonElement[] features = card is null ? [] : Features(card);
        var files = new List<(string, byte[])> { (flavor.Data, model) };
        if (card is not null) files.Add((Card, card));
        if (features.Length > 0) files.Add((Example, Json(json => WriteExample(json, features))));
        files.Add((Requirements, Text(string.Concat(needs[flavor.Name].Select(need => $"{need}\n")))));
        files.Add((Conda, Text("channels:\n- conda-forge\ndependencies:\n- python>=3.9\n- pip\n- pip:\n"
            + string.Concat(needs[flavor.Name].Select(need => $"  - {need}\n")) + "name: mlflow-env\n")));
        files.Add((MlModel.File, Text(Description(flavor, features, card, run))));
        return files;
    }

    private static string Description(ModelFlavor flavor, JsonElement[] features, byte[]? card, RunInfo run)
    {
        string created = DateTimeOffset.FromUnixTimeMilliseconds(run.StartTime).ToString("yyyy-MM-dd HH:mm:ss.ffffff",
            CultureInfo.InvariantCulture);
        var text = new StringBuilder($"artifact_path: {Folder}\nflavors:\n  {flavor.Name}:\n    code: null\n    data: {flavor.Data}\n");
        if (flavor.Name == "onnx") text.Append("    providers:\n    - CPUExecutionProvider\n");
        if (flavor.Name == "lightgbm") text.Append("    model_class: lightgbm.basic.Booster\n");
        if (flavor.Name == "xgboost") text.Append("    model_class: xgboost.core.Booster\n");
        text.Append("  python_function:\n    data: ").Append(flavor.Data).Append("\n    env:\n      conda: ").Append(Conda)
            .Append("\n    loader_module: mlflow.").Append(flavor.Name).Append("\n    python_version: 3.9.0\nmlflow_version: 2.9.2\n")
            .Append("run_id: ").Append(run.Id).Append('\n');
        if (features.Length > 0)
            text.Append("saved_input_example_info:\n  artifact_path: ").Append(Example)
                .Append("\n  pandas_orient: split\n  type: dataframe\nsignature:\n  inputs: ")
                .Append(Quoted(Json(json => WriteInputs(json, features)))).Append("\n  outputs: ").Append(Quoted(Outputs(card!)))
                .Append("\n  params: null\n");
        return text.Append("utc_time_created: '").Append(created).Append("'\n").ToString();
    }

    /// <summary>The columns that the model reads, in their order.</summary>
    private static JsonElement[] Features(byte[] card)
    {
        using JsonDocument json = JsonDocument.Parse(card);
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Where(one => one.GetProperty("used").GetBoolean())
            .Select(one => one.Clone())];
    }

    private static void WriteInputs(Utf8JsonWriter json, JsonElement[] features)
    {
        json.WriteStartArray();
        foreach (JsonElement feature in features)
        {
            json.WriteStartObject();
            json.WriteString("type", IsNumber(feature) ? "double" : "string");
            json.WriteString("name", feature.GetProperty("name").GetString());
            json.WriteBoolean("required", true);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // What the file answers: the class and the probabilities, or the number.
    private static byte[] Outputs(byte[] card)
    {
        using JsonDocument parsed = JsonDocument.Parse(card);
        bool classes = parsed.RootElement.GetProperty("classes").GetArrayLength() > 0;
        return Json(json =>
        {
            json.WriteStartArray();
            foreach ((string type, string name) in classes ? new[] { ("string", "label"), ("double", "probabilities") }
                : [("double", "prediction")])
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteString("name", name);
                json.WriteBoolean("required", true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    // The smallest number and the first text of training: a row that the model takes, and nobody's own.
    private static void WriteExample(Utf8JsonWriter json, JsonElement[] features)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (JsonElement feature in features) json.WriteStringValue(feature.GetProperty("name").GetString());
        json.WriteEndArray();
        json.WriteStartArray("data");
        json.WriteStartArray();
        foreach (JsonElement feature in features)
            if (!IsNumber(feature)) json.WriteStringValue(feature.GetProperty("levels").EnumerateArray().FirstOrDefault() is
                { ValueKind: JsonValueKind.String } level ? level.GetString() : "");
            else json.WriteNumberValue(feature.GetProperty("min") is { ValueKind: JsonValueKind.Number } min ? min.GetDouble() : 0);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool IsNumber(JsonElement feature) => feature.GetProperty("kind").GetString() == "number";

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) write(json);
        return stream.ToArray();
    }

    private static string Quoted(byte[] json) =>
        $"'{Encoding.UTF8.GetString(json).Replace("'", "''", StringComparison.Ordinal)}'";

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
