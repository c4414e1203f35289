using System.Globalization;
using System.Text.Json.Nodes;
using Gate.Tracking;

namespace Gate.Tests.Tracking.Rest;

/// <summary>A run of the fake server. Like MLflow's own file store it keeps a number twice that it is sent twice.</summary>
internal sealed class StateRun(string id, string experiment, string name, long start, string artifacts, JsonArray tags) : IRun
{
    private readonly List<RunMetric> logged = [];
    private readonly Dictionary<string, string> parameters = [], texts = tags.ToDictionary(Key, Value);
    private JsonArray inputs = [];

    public RunInfo Info { get; private set; } =
        new() { Id = id, ExperimentId = experiment, Name = name, StartTime = start, ArtifactUri = artifacts };

    public IReadOnlyList<RunMetric> Logged => logged;

    public IReadOnlyList<RunMetric> Metrics => [.. logged.GroupBy(metric => metric.Key)
        .Select(same => same.MaxBy(metric => (metric.Step, metric.Timestamp, metric.Value))!)];

    public IReadOnlyList<RunText> Parameters => [.. parameters.Select(pair => new RunText(pair.Key, pair.Value))];

    public IReadOnlyList<RunText> Tags => [.. texts.Select(pair => new RunText(pair.Key, pair.Value))];

    public IReadOnlyList<DatasetInput> Inputs => [];

    public double? Metric(string key) => Metrics.FirstOrDefault(metric => metric.Key == key)?.Value;

    public string? Parameter(string key) => parameters.GetValueOrDefault(key);

    public string? Tag(string key) => texts.GetValueOrDefault(key);

    public JsonObject? Log(JsonObject json)
    {
        JsonArray metrics = List(json, "metrics"), given = List(json, "params"), set = List(json, "tags");
        Limit("metrics", metrics, 1000);
        Limit("params", given, 100);
        Limit("tags", set, 100);
        foreach (JsonNode? one in given)
            if (parameters.TryGetValue(Key(one), out string? there) && there != Value(one))
                throw new StateError("INVALID_PARAMETER_VALUE", 400, $"Changing param values is not allowed. Param with key='{Key(one)}'");
            else parameters[Key(one)] = Value(one);
        foreach (JsonNode? one in metrics)
            logged.Add(new(Key(one), double.Parse(one!["value"]!.ToString(), CultureInfo.InvariantCulture),
                one["timestamp"]!.GetValue<long>(), one["step"]!.GetValue<long>()));
        foreach (JsonNode? one in set) texts[Key(one)] = Value(one);
        return null;
    }

    public JsonObject? LogInputs(JsonObject json)
    {
        inputs = (JsonArray)json["datasets"]!.DeepClone();
        return null;
    }

    public JsonObject Update(JsonObject json)
    {
        Info = Info with
            { Status = RunStatusWords.Parse(json["status"]!.GetValue<string>()), EndTime = json["end_time"]!.GetValue<long>() };
        return InfoJson();
    }

    public JsonArray History(string key) => [.. logged.Where(metric => metric.Key == key).Select(Json)];

    public JsonObject Json() => new()
    {
        ["info"] = InfoJson(),
        ["data"] = Data(),
        ["inputs"] = inputs.Count == 0 ? [] : new JsonObject { ["dataset_inputs"] = inputs.DeepClone() },
    };

    // Lists that are empty are left out.
    private JsonObject Data() => new(new[] { ("metrics", new JsonArray([.. Metrics.Select(Json)])), ("params", Pairs(parameters)),
        ("tags", Pairs(texts)) }.Where(list => list.Item2.Count > 0)
        .Select(list => KeyValuePair.Create(list.Item1, (JsonNode?)list.Item2)));

    private JsonObject InfoJson()
    {
        var json = new JsonObject
        {
            ["run_uuid"] = Info.Id, ["experiment_id"] = Info.ExperimentId, ["run_name"] = Info.Name, ["user_id"] = "",
            ["status"] = Info.Status.Word(), ["start_time"] = Info.StartTime,
        };
        if (Info.EndTime is { } end) json["end_time"] = end;
        json["artifact_uri"] = Info.ArtifactUri;
        json["lifecycle_stage"] = "active";
        json["run_id"] = Info.Id;
        return json;
    }

    private static void Limit(string what, JsonArray list, int most)
    {
        if (list.Count > most)
            throw new StateError("INVALID_PARAMETER_VALUE", 400, $"A batch logging request can contain at most {most} {what}.");
    }

    private static JsonObject Json(RunMetric metric) => new()
        { ["key"] = metric.Key, ["value"] = metric.Value, ["timestamp"] = metric.Timestamp, ["step"] = metric.Step };

    private static JsonArray Pairs(Dictionary<string, string> map) =>
        [.. map.Select(pair => new JsonObject { ["key"] = pair.Key, ["value"] = pair.Value })];

    private static JsonArray List(JsonObject json, string name) => json[name] as JsonArray ?? [];

    private static string Key(JsonNode? node) => node!["key"]!.GetValue<string>();

    private static string Value(JsonNode? node) => node!["value"]!.GetValue<string>();
}
