using System.Text.Json;

namespace Gate.Ci.GitHub;

/// <summary>What GitHub says of the event that started a workflow: nobody who opened a pull request can write it.</summary>
/// <param name="Name">The event: <c>pull_request</c>.</param>
/// <param name="PullRequest">The pull request's number; null where the event has none.</param>
/// <param name="Head">The last commit of the pull request's branch, or of the run that ended; null where the event has none.</param>
/// <param name="Fork">Of a run that ended: who owns the branch's repository, and the branch; null for other events.</param>
public sealed record GitHubEvent(string Name, int? PullRequest, string? Head, (string Owner, string Branch)? Fork)
{
    private const long MostBytes = 32 << 20;

    /// <summary>The event of a workflow.</summary>
    /// <param name="environment">The process's environment variables.</param>
    /// <exception cref="JsonException">The event's file is no JSON.</exception>
    public static GitHubEvent Of(IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        string name = environment.GetValueOrDefault("GITHUB_EVENT_NAME", "");
        if (environment.GetValueOrDefault("GITHUB_EVENT_PATH") is not { Length: > 0 } path
            || new FileInfo(path) is not { Exists: true, Length: <= MostBytes }) return new(name, null, null, null);
        using FileStream file = File.OpenRead(path);
        using JsonDocument payload = JsonDocument.Parse(file);
        JsonElement root = payload.RootElement;
        if (At(root, "pull_request") is { } pull)
            return new(name, At(pull, "number")?.TryGetInt32(out int number) == true ? number : null, Text(pull, "head", "sha"), null);
        if (At(root, "workflow_run") is not { } run) return new(name, null, null, null);
        (string? owner, string? branch) = (Text(run, "head_repository", "owner", "login"), Text(run, "head_branch"));
        bool isPullRequest = Text(run, "event") == "pull_request" && owner is not null && branch is not null;
        return new(name, null, Text(run, "head_sha"), isPullRequest ? (owner!, branch!) : null);
    }

    private static JsonElement? At(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement found) ? found : null;

    private static string? Text(JsonElement from, params ReadOnlySpan<string> path)
    {
        JsonElement? at = from;
        foreach (string name in path) at = at is { } inner ? At(inner, name) : null;
        return at is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
    }
}
