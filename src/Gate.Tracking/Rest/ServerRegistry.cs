using System.Text.Json;

namespace Gate.Tracking.Rest;

/// <summary>
/// Registered models of a server. MLflow cannot move an alias on a condition: it is compared directly before it is set and read again
/// afterwards, so that of two jobs that end within the same moment the later one is seen, and the earlier one says so.
/// </summary>
/// <param name="connection">The way to the server.</param>
internal sealed class ServerRegistry(ServerConnection connection) : IModelRegistry
{
    public async Task<ModelVersion> AddAsync(string name, NewVersion version, CancellationToken cancel)
    {
        try
        {
            await AskAsync(HttpMethod.Post, "registered-models/create", Requests.Body(json => json.WriteString("name", name)), cancel)
                .ConfigureAwait(false);
        }
        catch (ServerRefusal refusal) when (refusal.Code == ServerRefusal.Exists)
        {
            // It is there already, which is all that is needed.
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
        JsonElement made = await OrThrowAsync(HttpMethod.Post, "model-versions/create", Requests.Body(json =>
        {
            json.WriteString("name", name);
            json.WriteString("source", $"{version.Run.ArtifactUri}/{version.Path}");
            json.WriteString("run_id", version.Run.Id);
            json.WriteString("description", version.Description);
            Requests.Texts(json, "tags", version.Tags);
        }), cancel).ConfigureAwait(false);
        return Read(Answers.Child(made, "model_version"));
    }

    public Task<ModelVersion?> FindAsync(string name, string version, CancellationToken cancel) =>
        FindAsync($"model-versions/get?name={Uri.EscapeDataString(name)}&version={version}", cancel);

    public Task<ModelVersion?> FindAliasAsync(string name, string aliased, CancellationToken cancel) =>
        FindAsync($"registered-models/alias?name={Uri.EscapeDataString(name)}&alias={Uri.EscapeDataString(aliased)}", cancel);

    public async Task TagAsync(string name, string version, IReadOnlyList<RunText> tags, CancellationToken cancel)
    {
        foreach (RunText tag in tags)
            await OrThrowAsync(HttpMethod.Post, "model-versions/set-tag", Requests.Body(json =>
            {
                json.WriteString("name", name);
                json.WriteString("version", version);
                json.WriteString("key", tag.Key);
                json.WriteString("value", tag.Value);
            }), cancel).ConfigureAwait(false);
    }

    public async Task<string?> MoveAsync(AliasMove move, CancellationToken cancel)
    {
        string? now = (await FindAliasAsync(move.Name, move.Alias, cancel).ConfigureAwait(false))?.Version;
        if (now != move.Expected) return now ?? "";
        await SetAsync(move.Name, move.Alias, move.To, cancel).ConfigureAwait(false);
        string? then = (await FindAliasAsync(move.Name, move.Alias, cancel).ConfigureAwait(false))?.Version;
        if (then != move.To) return then ?? "";
        if (now is not null) await SetAsync(move.Name, move.Previous, now, cancel).ConfigureAwait(false);
        return null;
    }

    private async Task SetAsync(string name, string alias, string version, CancellationToken cancel) =>
        await OrThrowAsync(HttpMethod.Post, "registered-models/alias", Requests.Body(json =>
        {
            json.WriteString("name", name);
            json.WriteString("alias", alias);
            json.WriteString("version", version);
        }), cancel).ConfigureAwait(false);

    private async Task<ModelVersion?> FindAsync(string path, CancellationToken cancel)
    {
        try
        {
            return Read(Answers.Child(await AskAsync(HttpMethod.Get, path, null, cancel).ConfigureAwait(false), "model_version"));
        }
        catch (ServerRefusal refusal) when (refusal.IsAbsent)
        {
            return null;
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }

    private async Task<JsonElement> OrThrowAsync(HttpMethod method, string path, byte[] body, CancellationToken cancel)
    {
        try
        {
            return await AskAsync(method, path, body, cancel).ConfigureAwait(false);
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }

    private Task<JsonElement> AskAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancel) =>
        connection.AskAsync(method, MlflowServer.Interface + path, body is null ? null
            : _ => Task.FromResult<HttpContent?>(Requests.Json(body)), cancel);

    private static ModelVersion Read(JsonElement json) => new(Answers.Text(json, "name"), Answers.Text(json, "version"),
        Answers.Text(json, "source"), Answers.Text(json, "run_id"), [.. Answers.List(json, "tags").Select(Answers.Pair)]);
}
