using System.Net.Http.Headers;
using System.Text.Json;
using Gate.Wording;

namespace Gate.Tracking.Rest;

/// <summary>Artifacts through the server's own proxy (<c>mlflow-artifacts:</c>), or in a folder where the server runs on this
/// machine.</summary>
/// <param name="options">The server.</param>
/// <param name="connection">The way to it.</param>
internal sealed class ServerArtifacts(ServerOptions options, ServerConnection connection)
{
    private const string Proxy = "api/2.0/mlflow-artifacts/artifacts/", Scheme = "mlflow-artifacts";
    private const int DeepestFolder = 16, MostFiles = 10_000;

    /// <summary>Why files cannot be put beside a run; null where they can.</summary>
    public string? WhyNone(RunInfo run) => ProxyPath(run.ArtifactUri) is not null || LocalFolder(run.ArtifactUri) is not null ? null
        : $"{options.Place} keeps artifacts at {Shown.Of(run.ArtifactUri)}, which it does not pass on; let it serve them "
            + "(mlflow server --serve-artifacts) to have files beside runs";

    public async Task PutAsync(RunInfo run, string path, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        StoredNames.Artifact(path);
        if (LocalFolder(run.ArtifactUri) is { } folder)
        {
            Reporting.Output.WholeFile.WriteAll([(Path.Combine([folder, .. path.Split('/')]), content.ToArray())]);
            return;
        }
        string place = Proxied(run, path);
        try
        {
            await connection.AskAsync(HttpMethod.Put, place, _ => Task.FromResult<HttpContent?>(new ReadOnlyMemoryContent(content)
                { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }), cancel).ConfigureAwait(false);
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }

    public async Task<byte[]?> GetAsync(RunInfo run, string path, CancellationToken cancel)
    {
        StoredNames.Artifact(path);
        if (LocalFolder(run.ArtifactUri) is not { } folder)
            return await connection.DownloadAsync(Proxied(run, path), cancel).ConfigureAwait(false);
        string file = Path.Combine([folder, .. path.Split('/')]);
        return File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel).ConfigureAwait(false) : null;
    }

    public async Task<IReadOnlyList<string>> ListAsync(RunInfo run, string folder, CancellationToken cancel)
    {
        var files = new List<string>();
        await ListAsync(run, folder, 0, files, cancel).ConfigureAwait(false);
        return [.. files.Order(StringComparer.Ordinal)];
    }

    private async Task ListAsync(RunInfo run, string folder, int depth, List<string> files, CancellationToken cancel)
    {
        if (depth > DeepestFolder || files.Count > MostFiles)
            throw new TrackingException(TrackingFault.Read,
                $"the artifacts of the run {run.Id} are more than {MostFiles} files or lie more than {DeepestFolder} folders deep");
        string? token = null;
        do
        {
            string query = $"{MlflowServer.Interface}artifacts/list?run_id={run.Id}"
                + (folder.Length == 0 ? "" : $"&path={Uri.EscapeDataString(StoredNames.Artifact(folder))}")
                + (token is null ? "" : $"&page_token={Uri.EscapeDataString(token)}");
            JsonElement page;
            try
            {
                page = await connection.AskAsync(HttpMethod.Get, query, null, cancel).ConfigureAwait(false);
            }
            catch (ServerRefusal refusal)
            {
                throw connection.Unavailable(refusal);
            }
            foreach (JsonElement file in Answers.List(page, "files"))
            {
                string path = StoredNames.Artifact(Answers.Text(file, "path"));
                // A folder that does not lie below its own would be listed for ever.
                if (folder.Length > 0 && !path.StartsWith($"{folder}/", StringComparison.Ordinal)) continue;
                if (file.TryGetProperty("is_dir", out JsonElement isFolder) && isFolder.ValueKind == JsonValueKind.True)
                    await ListAsync(run, path, depth + 1, files, cancel).ConfigureAwait(false);
                else files.Add(path);
            }
            token = Answers.TextOrNull(page, "next_page_token");
        }
        while (token is not null);
    }

    private string Proxied(RunInfo run, string path) => Proxy + string.Join('/', $"{ProxyPath(run.ArtifactUri)
        ?? throw new TrackingException(TrackingFault.Unavailable, WhyNone(run)!)}/{path}".Split('/').Select(Uri.EscapeDataString));

    /// <summary>The path behind the proxy; null for another kind of place, and for the proxy of another host.</summary>
    private string? ProxyPath(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) || parsed.Scheme != Scheme) return null;
        if (parsed.Host.Length > 0 && !parsed.Host.Equals(options.Address.Host, StringComparison.OrdinalIgnoreCase)) return null;
        string path = Uri.UnescapeDataString(parsed.AbsolutePath).Trim('/');
        // The proxy's own path stands in the address where it names its host.
        int proxy = path.IndexOf(Proxy, StringComparison.Ordinal);
        return StoredNames.Artifact(proxy < 0 ? path : path[(proxy + Proxy.Length)..]);
    }

    /// <summary>A folder of this machine, where the server runs on it: a server elsewhere has no say over this machine's files.</summary>
    private string? LocalFolder(string uri) => !options.Address.IsLoopback ? null
        : Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) && parsed.IsFile && parsed.Host.Length == 0 ? parsed.LocalPath : null;
}
