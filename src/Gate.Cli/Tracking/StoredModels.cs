using Gate.Evaluation.Inputs;
using Gate.Policy.Document;
using Gate.Tracking;
using Gate.Tracking.Registry;

namespace Gate.Cli.Tracking;

/// <summary>Brings the models of a policy that lie in a store here, into a folder that is gone afterwards.</summary>
/// <param name="versions">The versions to bring for addresses that could name others by now; null for none.</param>
internal sealed class StoredModels(IReadOnlyDictionary<string, string>? versions = null) : IDisposable
{
    private readonly Dictionary<string, DownloadedModel?> models = [];
    private readonly Dictionary<string, StoredModel> stored = new(StringComparer.Ordinal);
    private string? folder;

    /// <summary>Brings all of them, each once.</summary>
    /// <exception cref="PolicyException">An address is none, or names nothing.</exception>
    /// <exception cref="TrackingException">The store cannot be reached, or a model cannot be opened.</exception>
    public async Task<RunInputs> BringAsync(RunInputs inputs, ITrackingStore store, CancellationToken cancel)
    {
        MlflowSpec[] specs = [.. NamedBy(inputs).DistinctBy(spec => spec.Source).Where(spec => !stored.ContainsKey(spec.Source))];
        foreach (MlflowSpec spec in specs)
        {
            DownloadedModel? model = models[spec.Source] = await FetchAsync(inputs, spec, store, cancel);
            if (model is not null) stored[spec.Source] = Write(model);
            else
                throw Problem(inputs, spec, $"{spec.Source} names no version in {store.Place}; 'gate retrain --first' makes the first one");
        }
        return inputs with { StoredModels = stored };
    }

    /// <summary>The models of a store that a policy names.</summary>
    public static IEnumerable<MlflowSpec> NamedBy(RunInputs inputs) =>
        new[] { inputs.Policy.Model, inputs.Policy.Baseline }.OfType<MlflowSpec>();

    /// <summary>The model that was brought from an address; null where its alias names none, or it was not asked for.</summary>
    public DownloadedModel? Of(string source) => models.GetValueOrDefault(source);

    public void Dispose()
    {
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private async Task<DownloadedModel?> FetchAsync(RunInputs inputs, MlflowSpec spec, ITrackingStore store,
        CancellationToken cancel)
    {
        try
        {
            return await ModelDownload.FetchAsync(store, ModelUri.Parse(versions?.GetValueOrDefault(spec.Source) ?? spec.Source),
                cancel);
        }
        catch (TrackingException error) when (error.Fault == TrackingFault.Asked)
        {
            throw Problem(inputs, spec, error.Message);
        }
    }

    private StoredModel Write(DownloadedModel model)
    {
        folder ??= Directory.CreateTempSubdirectory("gate-model-").FullName;
        // One folder each: two models may have files of one name.
        string own = Directory.CreateDirectory(Path.Combine(folder, $"{models.Count}")).FullName;
        string path = Path.Combine(own, Path.GetFileName(model.Flavor.Data));
        File.WriteAllBytes(path, model.Content);
        string? card = model.Card is null ? null : $"{own}.json";
        if (card is not null) File.WriteAllBytes(card, model.Card!);
        return new(model.Name, model.Flavor.Name, path) { Card = card };
    }

    private static PolicyException Problem(RunInputs inputs, MlflowSpec spec, string message)
    {
        string key = spec == inputs.Policy.Baseline ? "baseline.mlflow" : "model.mlflow";
        return new(inputs.PolicyPath, [new(spec.At, key, $"{key}: {message}")]);
    }
}
