using Gate.Wording;

namespace Gate.Tracking.Registry;

/// <summary>A model that was brought here.</summary>
/// <param name="Name">What it is called: <c>models:/credit/3</c>, also where an alias was asked for.</param>
/// <param name="Version">The version; null for a run's model.</param>
/// <param name="Flavor">Its flavour.</param>
/// <param name="Content">The file.</param>
/// <param name="Card">Its card, where Gate registered it; else null.</param>
public sealed record DownloadedModel(string Name, ModelVersion? Version, ModelFlavor Flavor, byte[] Content, byte[]? Card);

/// <summary>Brings models here.</summary>
public static class ModelDownload
{
    /// <summary>Brings a model.</summary>
    /// <param name="store">The store.</param>
    /// <param name="uri">Its address.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The model; null where an alias names none.</returns>
    /// <exception cref="TrackingException">It is not there, or has no flavour that Gate opens.</exception>
    public static async Task<DownloadedModel?> FetchAsync(ITrackingStore store, ModelUri uri, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(uri);
        ModelVersion? version = null;
        (string? run, string path) = (uri.Run, uri.Path);
        if (uri.Model is { } model)
        {
            version = uri.Alias is { } alias ? await store.Registry.FindAliasAsync(model, alias, cancel).ConfigureAwait(false)
                : await store.Registry.FindAsync(model, uri.Version!, cancel).ConfigureAwait(false)
                    ?? throw Absent($"{store.Place} has no version {uri.Version} of a model '{Shown.Of(model)}'");
            if (version is null) return null;
            (run, path) = (version.RunId, PathOf(version));
        }
        string name = version is null ? $"runs:/{run}/{path}" : $"models:/{version.Name}/{version.Version}";
        IRun found = await store.FindRunAsync(run!, cancel).ConfigureAwait(false)
            ?? throw Absent($"{store.Place} has no run {Shown.Of(run!)}");
        byte[] description = await store.GetArtifactAsync(found.Info, $"{path}/{MlModel.File}", cancel).ConfigureAwait(false)
            ?? throw Absent($"{name} of {store.Place} has no file {MlModel.File}, so that it is no model of MLflow");
        ModelFlavor flavor = MlModel.Read(description, name);
        byte[] content = await store.GetArtifactAsync(found.Info, $"{path}/{flavor.Data}", cancel).ConfigureAwait(false)
            ?? throw Absent($"{name} of {store.Place} has no file {Shown.Of(flavor.Data)}, which its {MlModel.File} names");
        return new(name, version, flavor, content,
            await store.GetArtifactAsync(found.Info, $"{path}/{ModelPackage.Card}", cancel).ConfigureAwait(false));
    }

    /// <summary>The folder below the artifacts of the run that made a version.</summary>
    internal static string PathOf(ModelVersion version)
    {
        const string artifacts = "/artifacts/";
        string source = Uri.UnescapeDataString(version.Source), start = $"{version.RunId}{artifacts}";
        int at = source.IndexOf(start, StringComparison.Ordinal);
        if (version.RunId.Length == 0 || at < 0)
            throw new TrackingException(TrackingFault.Read, $"{version.Called} lies at {Shown.Of(version.Source)}, which is not among the "
                + "artifacts of its run; register it from a run");
        return StoredNames.Artifact(source[(at + start.Length)..].TrimEnd('/'));
    }

    private static TrackingException Absent(string message) => new(TrackingFault.Asked, message);
}
