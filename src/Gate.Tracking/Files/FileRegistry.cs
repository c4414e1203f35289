using System.Globalization;
using Gate.Reporting.Output;
using Gate.Tracking.Registry;

namespace Gate.Tracking.Files;

/// <summary>Registered models in a folder, in the layout of MLflow's file store (<c>mlflow/store/model_registry/file_store.py</c> of
/// version 2.9). What changes is changed under the store's lock.</summary>
/// <param name="root">The store's folder.</param>
/// <param name="context">Time and who registers.</param>
internal sealed class FileRegistry(string root, TrackingContext context) : IModelRegistry
{
    private const string Aliases = "aliases", Prefix = "version-";

    public async Task<ModelVersion> AddAsync(string name, NewVersion version, CancellationToken cancel)
    {
        string folder = Folder(name);
        using IDisposable held = await StoreLock.TakeAsync(root, context.Clock, cancel).ConfigureAwait(false);
        long now = context.Now;
        if (!File.Exists(Path.Combine(folder, StoreLayout.Meta)))
            WholeFile.Write(Path.Combine(folder, StoreLayout.Meta), FlatYaml.Write(
                [("creation_timestamp", now), ("description", null), ("last_updated_timestamp", now), ("name", name)]));
        int number = 1 + StoreLayout.Folders(folder).Select(Number).DefaultIfEmpty(0).Max();
        string text = number.ToString(CultureInfo.InvariantCulture);
        string source = $"{version.Run.ArtifactUri}/{version.Path}";
        foreach (RunText tag in version.Tags) WriteTag(name, text, tag);
        WholeFile.Write(Path.Combine(folder, Prefix + text, StoreLayout.Meta), FlatYaml.Write(
        [
            ("creation_timestamp", now), ("current_stage", "None"), ("description", version.Description), ("last_updated_timestamp", now),
            ("name", name), ("run_id", version.Run.Id), ("run_link", ""), ("source", source), ("status", "READY"), ("status_message", null),
            ("storage_location", source), ("user_id", context.User), ("version", (long)number),
        ]));
        return new(name, text, source, version.Run.Id, version.Tags);
    }

    public Task<ModelVersion?> FindAsync(string name, string version, CancellationToken cancel) => Task.FromResult(Find(name, version));

    public Task<ModelVersion?> FindAliasAsync(string name, string aliased, CancellationToken cancel) =>
        Task.FromResult(Named(name, aliased) is { } version ? Find(name, version) : null);

    public Task TagAsync(string name, string version, IReadOnlyList<RunText> tags, CancellationToken cancel)
    {
        foreach (RunText tag in tags) WriteTag(name, version, tag);
        return Task.CompletedTask;
    }

    public async Task<string?> MoveAsync(AliasMove move, CancellationToken cancel)
    {
        using IDisposable held = await StoreLock.TakeAsync(root, context.Clock, cancel).ConfigureAwait(false);
        string? now = Named(move.Name, move.Alias);
        if (now != move.Expected) return now ?? "";
        if (Find(move.Name, move.To) is null)
            throw new TrackingException(TrackingFault.Asked, $"there is no version {move.To} of {move.Name}");
        if (now is not null) WholeFile.Write(AliasPath(move.Name, move.Previous), now);
        WholeFile.Write(AliasPath(move.Name, move.Alias), move.To);
        return null;
    }

    private ModelVersion? Find(string name, string version)
    {
        if (!RegistryNames.IsVersion(version)) return null;
        string folder = Path.Combine(Folder(name), Prefix + version), meta = Path.Combine(folder, StoreLayout.Meta);
        if (!File.Exists(meta)) return null;
        Dictionary<string, string?> values = FlatYaml.Read(meta);
        return new(name, version, values.GetValueOrDefault("source") ?? "", values.GetValueOrDefault("run_id") ?? "",
            [.. StoreLayout.Files(Path.Combine(folder, StoreLayout.Tags)).Select(file => new RunText(file.Key,
                SmallFile.Read(file.Path, FlatYaml.Most)))]);
    }

    private string? Named(string name, string alias) => SmallFile.Find(AliasPath(name, alias), FlatYaml.Most)?.Trim();

    private void WriteTag(string name, string version, RunText tag) => SmallFile.Write(StoreLayout.Below(Path.Combine(Folder(name),
        Prefix + version, StoreLayout.Tags), StoredNames.Key(tag.Key)), tag.Value);

    private string AliasPath(string name, string alias) => Path.Combine(Folder(name), Aliases, RegistryNames.Alias(alias));

    private string Folder(string name) => Path.Combine(root, StoreLayout.Models, RegistryNames.Model(name));

    private static int Number(string folder) => Path.GetFileName(folder) is var name && name.StartsWith(Prefix, StringComparison.Ordinal)
        && int.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
