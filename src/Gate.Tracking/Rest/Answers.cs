using System.Globalization;
using System.Text.Json;

namespace Gate.Tracking.Rest;

/// <summary>Reads what a server says. Members that are missing are what protocol buffers leave out: the default.</summary>
internal static class Answers
{
    public static string Text(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : "";

    public static string? TextOrNull(JsonElement json, string name) => Text(json, name) is { Length: > 0 } text ? text : null;

    // Numbers of 64 bits come as numbers or as texts, by the server.
    public static long? Whole(JsonElement json, string name) =>
        long.TryParse(Text(json, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    public static IEnumerable<JsonElement> List(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static JsonElement Child(JsonElement json, string name) => json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out JsonElement child) && child.ValueKind == JsonValueKind.Object ? child : default;

    public static Experiment Experiment(JsonElement json) =>
        new(Text(json, "experiment_id"), Text(json, "name"), Text(json, "artifact_location"));

    public static RunInfo Info(JsonElement json) => new()
    {
        Id = Text(json, "run_id") is { Length: > 0 } id ? id : Text(json, "run_uuid"),
        ExperimentId = Text(json, "experiment_id"),
        Name = Text(json, "run_name"),
        User = Text(json, "user_id"),
        Status = RunStatusWords.Parse(Text(json, "status")),
        StartTime = Whole(json, "start_time") ?? 0,
        EndTime = Whole(json, "end_time"),
        ArtifactUri = Text(json, "artifact_uri"),
        IsDeleted = Text(json, "lifecycle_stage") == "deleted",
    };

    public static RunMetric Metric(JsonElement json) =>
        new(Text(json, "key"), Number(json), Whole(json, "timestamp") ?? 0, Whole(json, "step") ?? 0);

    public static RunText Pair(JsonElement json) => new(Text(json, "key"), Text(json, "value"));

    public static DatasetInput Input(JsonElement json)
    {
        JsonElement dataset = Child(json, "dataset");
        return new(Text(dataset, "name"), Text(dataset, "digest"), Text(dataset, "source_type"), Text(dataset, "source"),
            TextOrNull(dataset, "profile"),
            List(json, "tags").Select(Pair).FirstOrDefault(tag => tag.Key == "mlflow.data.context")?.Value);
    }

    private static double Number(JsonElement json) => Text(json, "value") switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN,
    };
}
