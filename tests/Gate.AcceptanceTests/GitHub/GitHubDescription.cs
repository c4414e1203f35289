using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Gate.AcceptanceTests.GitHub;

/// <summary>GitHub's published description of its API (npm's <c>@octokit/openapi</c>), asked through one process of node for all
/// tests.</summary>
internal static class GitHubDescription
{
    private static readonly Lock One = new();
    private static readonly Lazy<Process> Node = new(Start);
    private static readonly Dictionary<string, JsonNode> Examples = [];

    /// <summary>What is wrong with a request or its answer; empty for nothing.</summary>
    public static string Against(string method, string path, string[] query, string body, int status, JsonNode answer) => $"{Ask(new()
    {
        ["op"] = "check", ["method"] = method.ToLowerInvariant(), ["path"] = path, ["status"] = status, ["answer"] = answer.DeepClone(),
        ["query"] = new JsonObject(query.Select(name => KeyValuePair.Create(name, (JsonNode?)""))),
        ["body"] = body.Length > 0 ? JsonNode.Parse(body) : null,
    })["wrong"]}";

    /// <summary>GitHub's example of an answer.</summary>
    public static JsonNode Example(string method, string path, int status)
    {
        string key = $"{method} {path} {status}";
        lock (One)
        {
            if (!Examples.TryGetValue(key, out JsonNode? known))
            {
                JsonNode said = Ask(new() { ["op"] = "example", ["method"] = method, ["path"] = path, ["status"] = status });
                Examples[key] = known = said["value"] ?? throw new InvalidOperationException($"{key}: {said["wrong"]}");
            }
            return known.DeepClone();
        }
    }

    private static JsonNode Ask(JsonObject question)
    {
        lock (One)
        {
            Node.Value.StandardInput.WriteLine(question.ToJsonString());
            Node.Value.StandardInput.Flush();
            return JsonNode.Parse(Node.Value.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node has ended"))!;
        }
    }

    private static Process Start()
    {
        string top = Action.Repository.Root;
        return Process.Start(new ProcessStartInfo("node",
        [
            Path.Combine(top, "tests", "published", "openapi.mjs"),
            Path.Combine(top, "tests", "published", "node_modules", "@octokit", "openapi", "generated", "api.github.com.json"),
            Path.Combine(top, "node_modules", "ajv", "dist", "ajv.js"),
        ]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
