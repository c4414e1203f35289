using System.Text;
using System.Text.Json.Nodes;
using Gate.Tracking;
using Gate.Tracking.Searching;
using Microsoft.AspNetCore.Http;

namespace Gate.Tests.Tracking.Rest;

/// <summary>What a tracking server remembers, and its answers in the shapes of the transcript.</summary>
internal sealed class MlflowState
{
    private const string Api = "/api/2.0/mlflow/", Proxy = "/api/2.0/mlflow-artifacts/artifacts";
    private const string Page = "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n";
    private int ids;

    public Dictionary<string, string> Experiments { get; } = [];

    public Dictionary<string, StateRun> Runs { get; } = [];

    /// <summary>Artifacts by their path behind the proxy.</summary>
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Interfaces that the server does not have.</summary>
    public HashSet<string> Missing { get; } = [];

    public string ArtifactRoot { get; set; } = "mlflow-artifacts:";

    public StateRegistry Registry { get; } = new();

    public (int Status, string Type, byte[] Content) Answer(HttpRequest request, byte[] body)
    {
        string path = request.Path.Value!;
        if (path.StartsWith(Proxy, StringComparison.Ordinal)) return Artifact(request, path[Proxy.Length..].TrimStart('/'), body);
        if (!path.StartsWith(Api, StringComparison.Ordinal) || Missing.Contains(path[Api.Length..]))
            return (404, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page));
        try
        {
            JsonObject json = body.Length == 0 ? [] : (JsonObject)JsonNode.Parse(body)!;
            return Json(200, Run(request.Method, path[Api.Length..], json, request.Query) ?? []);
        }
        catch (StateError error)
        {
            return Json(error.Status, new JsonObject { ["error_code"] = error.Code, ["message"] = error.Message });
        }
    }

    private JsonObject? Run(string method, string name, JsonObject json, IQueryCollection query) => (method, name) switch
    {
        ("POST", "experiments/create") => CreateExperiment(Text(json, "name")),
        ("GET", "experiments/get-by-name") => new() { ["experiment"] = Experiment(query["experiment_name"]!) },
        ("POST", "experiments/search") => new() { ["experiments"] = new JsonArray([.. Experiments.Keys.Select(Experiment)]) },
        ("POST", "runs/create") => new() { ["run"] = CreateRun(json).Json() },
        ("POST", "runs/log-batch") => Find(Text(json, "run_id")).Log(json),
        ("POST", "runs/log-inputs") => Find(Text(json, "run_id")).LogInputs(json),
        ("POST", "runs/update") => new() { ["run_info"] = Find(Text(json, "run_id")).Update(json) },
        ("GET", "runs/get") => new() { ["run"] = Find(query["run_id"]!).Json() },
        ("POST", "runs/search") => Search(json),
        ("GET", "metrics/get-history") => new() { ["metrics"] = Find(query["run_id"]!).History(query["metric_key"]!) },
        ("GET", "artifacts/list") => List(query["run_id"]!, query["path"].FirstOrDefault() ?? ""),
        _ => Registry.Answer(method, name, json, query),
    };

    private JsonObject CreateExperiment(string name)
    {
        if (Experiments.ContainsKey(name)) throw new StateError("RESOURCE_ALREADY_EXISTS", 400, $"Experiment(name={name}) already exists.");
        Experiments[name] = $"{Experiments.Count + 1}";
        return new() { ["experiment_id"] = Experiments[name] };
    }

    private JsonObject Experiment(string name) => Experiments.TryGetValue(name, out string? id)
        ? new() { ["experiment_id"] = id, ["name"] = name, ["artifact_location"] = $"{ArtifactRoot}/{id}", ["lifecycle_stage"] = "active" }
        : throw new StateError("RESOURCE_DOES_NOT_EXIST", 404, $"Could not find experiment with name '{name}'");

    private StateRun CreateRun(JsonObject json)
    {
        string id = (++ids).ToString("x32", null), experiment = Text(json, "experiment_id");
        return Runs[id] = new StateRun(id, experiment, Text(json, "run_name"), json["start_time"]!.GetValue<long>(),
            $"{ArtifactRoot}/{experiment}/{id}/artifacts", (JsonArray)json["tags"]!.DeepClone());
    }

    private StateRun Find(string id) => Runs.TryGetValue(id, out StateRun? run) ? run
        : throw new StateError("RESOURCE_DOES_NOT_EXIST", 404, $"Run with id={id} not found");

    private JsonObject Search(JsonObject json)
    {
        string[] experiments = [.. ((JsonArray)json["experiment_ids"]!).Select(id => id!.GetValue<string>())];
        RunPage page;
        try
        {
            page = RunSearch.Answer(new(experiments)
            {
                Filter = Text(json, "filter"),
                OrderBy = [.. (json["order_by"] as JsonArray ?? []).Select(one => one!.GetValue<string>())],
                MaxResults = json["max_results"]!.GetValue<int>(),
                PageToken = Text(json, "page_token"),
            }, Runs.Values.Where(run => experiments.Contains(run.Info.ExperimentId)), default);
        }
        catch (TrackingException error)
        {
            throw new StateError("INVALID_PARAMETER_VALUE", 400, error.Message);
        }
        var answer = new JsonObject { ["runs"] = new JsonArray([.. page.Runs.Select(run => ((StateRun)run).Json())]) };
        if (page.NextToken is not null) answer["next_page_token"] = page.NextToken;
        return answer;
    }

    private JsonObject List(string run, string folder)
    {
        string root = $"{Find(run).Info.ExperimentId}/{run}/artifacts/";
        string prefix = root + (folder.Length == 0 ? "" : folder + "/");
        (string Path, bool IsFolder)[] found = [.. Files.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => (file[prefix.Length..].Split('/')[0], file[prefix.Length..].Contains('/', StringComparison.Ordinal)))
            .Distinct().Select(one => (prefix[root.Length..] + one.Item1, one.Item2))];
        return new()
        {
            ["root_uri"] = Find(run).Info.ArtifactUri,
            ["files"] = new JsonArray([.. found.Select(one => new JsonObject { ["path"] = one.Path, ["is_dir"] = one.IsFolder })]),
        };
    }

    private (int, string, byte[]) Artifact(HttpRequest request, string path, byte[] body)
    {
        if (path.Split('/').Contains(".."))
            return Json(400, new() { ["error_code"] = "INVALID_PARAMETER_VALUE", ["message"] = "Invalid path" });
        if (request.Method == "PUT")
        {
            Files[path] = body;
            return Json(200, []);
        }
        return Files.TryGetValue(path, out byte[]? content) ? (200, "text/plain", content)
            : (404, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page));
    }

    private static (int, string, byte[]) Json(int status, JsonObject json) =>
        (status, "application/json", Encoding.UTF8.GetBytes(json.ToJsonString()));

    internal static string Text(JsonObject json, string name) => json[name] is JsonValue value ? value.ToString() : "";
}

/// <summary>A refusal in MLflow's words.</summary>
internal sealed class StateError(string code, int status, string message) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
