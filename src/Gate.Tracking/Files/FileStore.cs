using System.Globalization;
using Gate.Reporting.Output;
using Gate.Tracking.Searching;
using Gate.Wording;

namespace Gate.Tracking.Files;

/// <summary>Runs in a folder, in the layout of MLflow's file store (2.9); what MLflow wrote is read. The
/// artifacts of a run are those in its folder, so that a store can be moved.</summary>
/// <param name="root">The folder; it may be absent.</param>
/// <param name="context">Time, ids and who runs it.</param>
public sealed class FileStore(string root, TrackingContext context) : ITrackingStore
{
    private readonly string root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public string Place => root;

    /// <inheritdoc/>
    public IModelRegistry Registry => new FileRegistry(root, context);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Experiment>> ExperimentsAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Experiment>>([.. Experiments().OrderBy(one => one.Name, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public async Task<Experiment> EnsureExperimentAsync(string name, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new TrackingException(TrackingFault.Asked, "an experiment needs a name");
        using IDisposable held = await StoreLock.TakeAsync(root, context.Clock, cancel).ConfigureAwait(false);
        if (Experiments().FirstOrDefault(one => one.Name == name) is { } known) return known;
        long now = context.Now, number = now;
        while (Directory.Exists(Folder(Id(number)))) number++;
        var made = new Experiment(Id(number), name, new Uri(Folder(Id(number))).AbsoluteUri);
        WholeFile.Write(Path.Combine(Folder(made.Id), StoreLayout.Meta), FlatYaml.Write(
        [
            ("artifact_location", made.ArtifactLocation), ("creation_time", now), ("experiment_id", made.Id), ("last_update_time", now),
            ("lifecycle_stage", "active"), ("name", made.Name),
        ]));
        return made;
    }

    /// <inheritdoc/>
    public async Task<RunInfo> CreateRunAsync(NewRun run, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        Experiment experiment = Experiments().FirstOrDefault(one => one.Id == run.ExperimentId)
            ?? throw new TrackingException(TrackingFault.Asked, $"{root} has no experiment with the id '{Shown.Of(run.ExperimentId)}'");
        string id = StoredNames.Id(context.NewId(), "a run"), folder = Path.Combine(Folder(experiment.Id), id);
        var info = new RunInfo
        {
            Id = id, ExperimentId = experiment.Id, Name = run.Name, User = context.User, StartTime = run.StartTime,
            ArtifactUri = $"{new Uri(Folder(experiment.Id)).AbsoluteUri}/{id}/{StoreLayout.Artifacts}",
        };
        foreach (string part in (string[])[StoreLayout.Metrics, StoreLayout.Parameters, StoreLayout.Tags, StoreLayout.Artifacts])
            Directory.CreateDirectory(Path.Combine(folder, part));
        await LogAsync(info, RunValues.OfTags([new("mlflow.runName", run.Name), .. run.Tags]), cancel).ConfigureAwait(false);
        // Last, so that a run is whole when a search finds it.
        WholeFile.Write(Path.Combine(folder, StoreLayout.Meta), FileRun.Meta(info));
        return info;
    }

    /// <inheritdoc/>
    public Task LogAsync(RunInfo run, RunValues values, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(values);
        string folder = Folder(run);
        foreach (RunText parameter in values.Parameters) WriteParameter(folder, parameter);
        foreach (IGrouping<string, RunMetric> metric in values.Metrics.GroupBy(metric => metric.Key))
            SmallFile.Append(StoreLayout.Below(Path.Combine(folder, StoreLayout.Metrics), StoredNames.Key(metric.Key)),
                string.Concat(metric.Select(MetricLines.Of)));
        foreach (RunText tag in values.Tags)
            SmallFile.Write(StoreLayout.Below(Path.Combine(folder, StoreLayout.Tags), StoredNames.Key(tag.Key)), tag.Value);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task LogInputsAsync(RunInfo run, IReadOnlyList<DatasetInput> inputs, CancellationToken cancel)
    {
        FileInputs.Write(Folder(run), inputs);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task PutArtifactAsync(RunInfo run, string path, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        WholeFile.WriteAll([(Artifact(run, path), content.ToArray())]);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public string? WhyNoArtifacts(RunInfo run) => null;

    /// <inheritdoc/>
    public Task EndAsync(RunInfo run, RunStatus status, long endTime, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(run);
        WholeFile.Write(Path.Combine(Folder(run), StoreLayout.Meta), FileRun.Meta(run with { Status = status, EndTime = endTime }));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IRun?> FindRunAsync(string id, CancellationToken cancel)
    {
        StoredNames.Id(id, "a run");
        string? folder = StoreLayout.Experiments(root).Select(experiment => Path.Combine(experiment, id))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, StoreLayout.Meta)));
        return Task.FromResult<IRun?>(folder is null ? null : FileRun.Read(folder));
    }

    /// <inheritdoc/>
    public Task<RunPage> SearchAsync(RunQuery query, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(query);
        IEnumerable<IRun> runs = query.ExperimentIds.Distinct().SelectMany(id => StoreLayout.Runs(Folder(StoredNames.Id(id,
            "an experiment")))).Where(folder => File.Exists(Path.Combine(folder, StoreLayout.Meta))).Select(FileRun.Read)
            .Where(run => !run.Info.IsDeleted);
        return Task.FromResult(RunSearch.Answer(query, runs, cancel));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunMetric>> HistoryAsync(RunInfo run, string key, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<RunMetric>>(FileRun.Read(Folder(run)).History(key));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ArtifactsAsync(RunInfo run, string folder, CancellationToken cancel)
    {
        string below = folder.Length == 0 ? Path.Combine(Folder(run), StoreLayout.Artifacts) : Artifact(run, folder);
        return Task.FromResult<IReadOnlyList<string>>([.. StoreLayout.Files(below)
            .Select(file => folder.Length == 0 ? file.Key : $"{folder}/{file.Key}")]);
    }

    /// <inheritdoc/>
    public Task<byte[]?> GetArtifactAsync(RunInfo run, string path, CancellationToken cancel)
    {
        string file = Artifact(run, path);
        return Task.FromResult(File.Exists(file) ? File.ReadAllBytes(file) : null);
    }

    private static void WriteParameter(string folder, RunText parameter)
    {
        string path = StoreLayout.Below(Path.Combine(folder, StoreLayout.Parameters), StoredNames.Key(parameter.Key));
        if (SmallFile.Find(path, FlatYaml.Most) is { } there && there != parameter.Value)
            throw new TrackingException(TrackingFault.Asked, $"the parameter '{Shown.Of(parameter.Key)}' of the run is "
                + $"'{Shown.Of(there)}' already; parameters do not change, log another run");
        SmallFile.Write(path, parameter.Value);
    }

    private IEnumerable<Experiment> Experiments()
    {
        foreach (string folder in StoreLayout.Experiments(root))
        {
            string path = Path.Combine(folder, StoreLayout.Meta);
            if (!File.Exists(path)) continue;
            Dictionary<string, string?> meta = FlatYaml.Read(path);
            if (meta.GetValueOrDefault("lifecycle_stage") != "deleted")
                yield return new(Path.GetFileName(folder), meta.GetValueOrDefault("name") ?? "",
                    meta.GetValueOrDefault("artifact_location") ?? "");
        }
    }

    private string Folder(RunInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.Combine(Folder(StoredNames.Id(run.ExperimentId, "an experiment")), StoredNames.Id(run.Id, "a run"));
    }

    private string Folder(string experiment) => Path.Combine(root, experiment);

    private string Artifact(RunInfo run, string path) =>
        StoreLayout.Below(Path.Combine(Folder(run), StoreLayout.Artifacts), StoredNames.Artifact(path));

    private static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
