using System.Text.Json;
using Gate.Tracking.Searching;
using Gate.Wording;

namespace Gate.Tracking.Rest;

/// <summary>
/// Runs on a server that speaks MLflow's REST interface (2.0). A request whose answer was lost is sent again without doubles: a run is
/// looked for by a key that it was given, numbers that have arrived are left out.
/// </summary>
public sealed class MlflowServer : ITrackingStore, IDisposable
{
    internal const string Interface = "api/2.0/mlflow/";
    private const string Key = "gate_key";

    private readonly ServerOptions options;
    private readonly TrackingContext context;
    private readonly ServerConnection connection;
    private readonly ServerArtifacts artifacts;

    /// <summary>A server; nothing is sent yet.</summary>
    /// <param name="options">The server.</param>
    /// <param name="context">Time, ids and who asks.</param>
    public MlflowServer(ServerOptions options, TrackingContext context)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(context);
        (this.options, this.context) = (options, context);
        connection = new ServerConnection(options, context.Clock);
        artifacts = new ServerArtifacts(options, connection);
        Registry = new ServerRegistry(connection);
    }

    /// <inheritdoc/>
    public IModelRegistry Registry { get; }

    /// <inheritdoc/>
    public string Place => options.Place;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Experiment>> ExperimentsAsync(CancellationToken cancel)
    {
        var found = new List<Experiment>();
        string? token = null;
        do
        {
            JsonElement page = await PostAsync("experiments/search", Requests.SearchExperiments(token), cancel).ConfigureAwait(false);
            found.AddRange(Answers.List(page, "experiments").Select(Answers.Experiment));
            token = Answers.TextOrNull(page, "next_page_token");
        }
        while (token is not null);
        return [.. found.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<Experiment> EnsureExperimentAsync(string name, CancellationToken cancel)
    {
        if (await FindExperimentAsync(name, cancel).ConfigureAwait(false) is { } known) return known;
        try
        {
            await AskAsync(HttpMethod.Post, "experiments/create", Requests.CreateExperiment(name), cancel).ConfigureAwait(false);
        }
        catch (ServerRefusal refusal) when (refusal.Code == ServerRefusal.Exists)
        {
            // Somebody else made it at the same time, or this was the second try of a request whose answer was lost.
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
        return await FindExperimentAsync(name, cancel).ConfigureAwait(false)
            ?? throw new TrackingException(TrackingFault.Unavailable, 
                $"{Place} made the experiment '{Shown.Of(name)}' and does not find it");
    }

    /// <inheritdoc/>
    public async Task<RunInfo> CreateRunAsync(NewRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        string key = context.NewId();
        JsonElement? known = null;
        NewRun keyed = run with { Tags = [.. run.Tags, new("mlflow.user", context.User), new(Key, key)] };
        JsonElement made = await AskAsync(HttpMethod.Post, "runs/create", async tries =>
        {
            // The answer of the try before may be all that was lost.
            known = tries == 0 ? null : await MadeAsync(run.ExperimentId, key, cancel).ConfigureAwait(false);
            return known is null ? Requests.Json(Requests.CreateRun(keyed)) : null;
        }, cancel).ConfigureAwait(false);
        RunInfo info = Answers.Info(Answers.Child(known ?? Answers.Child(made, "run"), "info"));
        StoredNames.Id(info.Id, "a run");
        return info;
    }

    /// <inheritdoc/>
    public async Task LogAsync(RunInfo run, RunValues values, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(values);
        foreach (RunValues batch in Batches.Of(values))
            await AskAsync(HttpMethod.Post, "runs/log-batch", async tries =>
            {
                RunValues left = tries == 0 ? batch : batch with { Metrics = await MissingAsync(run, batch.Metrics, cancel)
                    .ConfigureAwait(false) };
                return Requests.Json(Requests.LogBatch(run.Id, left));
            }, cancel).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task LogInputsAsync(RunInfo run, IReadOnlyList<DatasetInput> inputs, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (inputs.Count == 0) return;
        try
        {
            await AskAsync(HttpMethod.Post, "runs/log-inputs", Requests.LogInputs(run.Id, inputs), cancel).ConfigureAwait(false);
        }
        catch (ServerRefusal refusal) when (refusal.Status is 404 or 405 && refusal.Code.Length == 0)
        {
            // Servers before 2.4, and some that only speak like MLflow, know no data sets; the digests are in the result as well.
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }

    /// <inheritdoc/>
    public Task PutArtifactAsync(RunInfo run, string path, ReadOnlyMemory<byte> content, CancellationToken cancel) =>
        artifacts.PutAsync(run, path, content, cancel);

    /// <inheritdoc/>
    public string? WhyNoArtifacts(RunInfo run) => artifacts.WhyNone(run);

    /// <inheritdoc/>
    public Task EndAsync(RunInfo run, RunStatus status, long endTime, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        return PostAsync("runs/update", Requests.Update(run.Id, status, endTime), cancel);
    }

    /// <inheritdoc/>
    public async Task<IRun?> FindRunAsync(string id, CancellationToken cancel)
    {
        try
        {
            JsonElement answer = await AskAsync(HttpMethod.Get, $"runs/get?run_id={StoredNames.Id(id, "a run")}", (byte[]?)null, cancel)
                .ConfigureAwait(false);
            return new ServerRun(Answers.Child(answer, "run"));
        }
        catch (ServerRefusal refusal) when (refusal.Code == ServerRefusal.Absent)
        {
            return null;
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }

    /// <inheritdoc/>
    public async Task<RunPage> SearchAsync(RunQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.ExperimentIds.Count == 0) return new([], null);
        // What is wrong with a filter is said here as it is of the embedded store, before a server is asked.
        RunFilter.Parse(query.Filter);
        RunOrder.Parse(query.OrderBy);
        JsonElement page = await PostAsync("runs/search", Requests.Search(query), cancel).ConfigureAwait(false);
        return new([.. Answers.List(page, "runs").Select(run => new ServerRun(run))], Answers.TextOrNull(page, "next_page_token"));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RunMetric>> HistoryAsync(RunInfo run, string key, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        var history = new List<RunMetric>();
        string? token = null;
        do
        {
            string query = $"metrics/get-history?run_id={run.Id}&metric_key={Uri.EscapeDataString(key)}"
                + (token is null ? "" : $"&page_token={Uri.EscapeDataString(token)}");
            JsonElement page = await GetAsync(query, cancel).ConfigureAwait(false);
            history.AddRange(Answers.List(page, "metrics").Select(Answers.Metric));
            token = Answers.TextOrNull(page, "next_page_token");
        }
        while (token is not null);
        return history;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ArtifactsAsync(RunInfo run, string folder, CancellationToken cancel) =>
        artifacts.ListAsync(run, folder, cancel);

    /// <inheritdoc/>
    public Task<byte[]?> GetArtifactAsync(RunInfo run, string path, CancellationToken cancel) => artifacts.GetAsync(run, path, cancel);

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private async Task<Experiment?> FindExperimentAsync(string name, CancellationToken cancel)
    {
        try
        {
            JsonElement answer = await AskAsync(HttpMethod.Get, $"experiments/get-by-name?experiment_name={Uri.EscapeDataString(name)}",
                (byte[]?)null, cancel).ConfigureAwait(false);
            JsonElement found = Answers.Child(answer, "experiment");
            return Answers.Text(found, "lifecycle_stage") != "deleted" ? Answers.Experiment(found)
                : throw new TrackingException(TrackingFault.Asked,
                    $"the experiment '{Shown.Of(name)}' of {Place} was deleted; restore it, or name another");
        }
        catch (ServerRefusal refusal) when (refusal.Code == ServerRefusal.Absent)
        {
            return null;
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }

    private async Task<JsonElement?> MadeAsync(string experiment, string key, CancellationToken cancel)
    {
        JsonElement page = await PostAsync("runs/search", Requests.Search(new([experiment]) { Filter = $"tags.{Key} = '{key}'",
            MaxResults = 1 }), cancel).ConfigureAwait(false);
        return Answers.List(page, "runs").Select(run => (JsonElement?)run).FirstOrDefault();
    }

    /// <summary>Those of some numbers that have not arrived.</summary>
    private async Task<IReadOnlyList<RunMetric>> MissingAsync(RunInfo run, IReadOnlyList<RunMetric> metrics, CancellationToken cancel)
    {
        if (metrics.Count == 0 || await FindRunAsync(run.Id, cancel).ConfigureAwait(false) is not ServerRun there) return metrics;
        var missing = new List<RunMetric>();
        foreach (IGrouping<string, RunMetric> same in metrics.GroupBy(metric => metric.Key))
        {
            HashSet<RunMetric> arrived = there.Latest(same.Key) is not { } latest ? []
                : same.Count() == 1 && same.First() == latest ? [latest]
                : [.. await HistoryAsync(run, same.Key, cancel).ConfigureAwait(false)];
            missing.AddRange(same.Where(metric => !arrived.Contains(metric)));
        }
        return missing;
    }

    private Task<JsonElement> GetAsync(string path, CancellationToken cancel) => OrUnavailableAsync(HttpMethod.Get, path, null, cancel);

    private Task<JsonElement> PostAsync(string path, byte[] body, CancellationToken cancel) =>
        OrUnavailableAsync(HttpMethod.Post, path, body, cancel);

    private async Task<JsonElement> OrUnavailableAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancel)
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
        connection.AskAsync(method, Interface + path, body is null ? null : _ => Task.FromResult<HttpContent?>(Requests.Json(body)),
            cancel);

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, Func<int, Task<HttpContent?>> body, CancellationToken cancel)
    {
        try
        {
            return await connection.AskAsync(method, Interface + path, body, cancel).ConfigureAwait(false);
        }
        catch (ServerRefusal refusal)
        {
            throw connection.Unavailable(refusal);
        }
    }
}
