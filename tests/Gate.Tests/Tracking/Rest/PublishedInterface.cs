using System.Text.Json;

namespace Gate.Tests.Tracking.Rest;

/// <summary>What MLflow publishes of the requests that Gate sends: names, types and what has to be there, after the messages in
/// <c>mlflow/protos/service.proto</c>, <c>model_registry.proto</c> and <c>mlflow_artifacts.proto</c> of github.com/mlflow/mlflow
/// (Apache-2.0), read at the commits 0026b08, 05e6cc9 and 033a191.</summary>
internal static class PublishedInterface
{
    private const string Api = "/api/2.0/mlflow/", Artifacts = "/api/2.0/mlflow-artifacts/artifacts/";

    // A type as JSON has it: text, number, list; ! has to be there. Fields of the entries of a list stand behind a colon.
    private static readonly Dictionary<string, string> requests = new()
    {
        ["GET experiments/get-by-name"] = "experiment_name text!",
        ["POST experiments/create"] = "name text!, artifact_location text, tags list",
        ["POST experiments/search"] = "max_results number, page_token text, filter text, order_by list, view_type text",
        ["POST runs/create"] = "experiment_id text, user_id text, run_name text, start_time number, tags list",
        ["POST runs/update"] = "run_id text, run_uuid text, status text, end_time number, run_name text",
        ["GET runs/get"] = "run_id text, run_uuid text",
        ["POST runs/search"] = "experiment_ids list, filter text, run_view_type text, max_results number, order_by list, page_token text",
        ["POST runs/log-batch"] = "run_id text, metrics list, params list, tags list",
        ["POST runs/log-inputs"] = "run_id text!, datasets list",
        ["GET metrics/get-history"] = "run_id text, run_uuid text, metric_key text!, page_token text, max_results number",
        ["GET artifacts/list"] = "run_id text, run_uuid text, path text, page_token text",
        ["POST registered-models/create"] = "name text!, tags list, description text",
        ["POST model-versions/create"] = "name text!, source text!, run_id text, tags list, run_link text, description text",
        ["GET model-versions/get"] = "name text!, version text!",
        ["POST model-versions/set-tag"] = "name text!, version text!, key text!, value text!",
        ["GET registered-models/alias"] = "name text!, alias text!",
        ["POST registered-models/alias"] = "name text!, alias text!, version text!",
    };

    private static readonly Dictionary<string, string> entries = new()
    {
        ["tags"] = "key text!, value text!",
        ["params"] = "key text!, value text!",
        ["metrics"] = "key text!, value number!, timestamp number!, step number",
        ["datasets"] = "tags list, dataset object!",
        ["dataset"] = "name text!, digest text!, source_type text!, source text!, schema text, profile text",
    };

    /// <summary>The requests that are described, but those of artifacts.</summary>
    public static IEnumerable<string> Names => requests.Keys;

    /// <summary>Which request it is; null for one of the artifacts' proxy.</summary>
    public static string? NameOf(Received request) => Path(request) is var path && path.StartsWith(Api, StringComparison.Ordinal)
        ? $"{request.Method} {path[Api.Length..]}" : null;

    /// <summary>What is not as it is published; empty where all is.</summary>
    public static IReadOnlyList<string> Problems(Received request)
    {
        if (NameOf(request) is not { } name)
            return Path(request).StartsWith(Artifacts, StringComparison.Ordinal) && request.Method is "GET" or "PUT" ? []
                : [$"{request.Method} {request.Path} is not published"];
        if (!requests.TryGetValue(name, out string? fields)) return [$"{name} is not published"];
        JsonElement body = request.Method == "GET" ? Query(request) : JsonDocument.Parse(request.Body).RootElement;
        return [.. Problems(name, body, fields)];
    }

    private static IEnumerable<string> Problems(string place, JsonElement json, string fields)
    {
        var known = fields.Split(", ").Select(field => field.Split(' ')).ToDictionary(field => field[0], field => field[1]);
        foreach (string needed in known.Where(field => field.Value.EndsWith('!')).Select(field => field.Key))
            if (!json.TryGetProperty(needed, out _)) yield return $"{place} lacks {needed}";
        foreach (JsonProperty own in json.EnumerateObject())
        {
            if (!known.TryGetValue(own.Name, out string? type)) yield return $"{place} has {own.Name}, which is not published";
            else if (!Is(own, type.TrimEnd('!'))) yield return $"{place}: {own.Name} is no {type}";
            else if (entries.TryGetValue(own.Name, out string? inner))
                foreach (JsonElement entry in Entries(own.Value))
                    foreach (string problem in Problems($"{place}, {own.Name}", entry, inner)) yield return problem;
        }
    }

    private static JsonElement[] Entries(JsonElement json) => json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];

    // What is not finite is a text in the JSON of protocol buffers.
    private static bool Is(JsonProperty field, string type) => (type, field.Value.ValueKind) switch
    {
        ("text", JsonValueKind.String) or ("list", JsonValueKind.Array) or ("object", JsonValueKind.Object) => true,
        ("number", JsonValueKind.Number) => true,
        ("number", JsonValueKind.String) => field.Value.GetString() is "NaN" or "Infinity" or "-Infinity",
        _ => false,
    };

    private static string Path(Received request) => request.Path.Split('?')[0];

    private static JsonElement Query(Received request) => JsonSerializer.SerializeToElement(request.Path.Split('?', 2) is [_, { } query]
        ? query.Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]))
        : new Dictionary<string, string>());
}
