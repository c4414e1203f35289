using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Tracking;

namespace Gate.Cli.Tracking;

/// <summary>Brings the models of a store that a result was made with: the versions that were judged, whatever their aliases name
/// now.</summary>
internal sealed class VerifiedModels : IDisposable
{
    private readonly Dictionary<string, string> judged;
    private readonly StoredModels models;
    private readonly Session session;
    private ITrackingStore? store;

    /// <summary>Knows what a result names.</summary>
    public VerifiedModels(GateResult result, Session session)
    {
        this.session = session;
        judged = new(new[] { result.Model, result.Baseline }.OfType<ModelFacts>()
            .SelectMany(model => model.Parameters.Where(parameter => parameter.Name == "mlflow")
                .Select(parameter => KeyValuePair.Create(parameter.Text, model.Source))).DistinctBy(pair => pair.Key));
        models = new(judged);
    }

    /// <summary>The inputs of the policy that judged, with its models.</summary>
    /// <exception cref="UsageException">The result does not say which version an address of the policy named.</exception>
    /// <exception cref="TrackingException">The store cannot be used.</exception>
    /// <exception cref="PolicyException">The store does not have a model any more.</exception>
    public Task<RunInputs> BringAsync(RunInputs inputs, CancellationToken cancel)
    {
        string? unknown = StoredModels.NamedBy(inputs).Select(spec => spec.Source).FirstOrDefault(source => !judged.ContainsKey(source));
        return unknown is null ? BringKnownAsync(inputs, cancel)
            : throw new UsageException($"the result does not say which model {unknown} was, as the first challenger of 'gate retrain "
                + "--first' is compared with itself; take --digests-only");
    }

    /// <summary>The inputs of the policy that was run beside; what it could not have stays away again.</summary>
    /// <exception cref="TrackingException">The store cannot be used.</exception>
    public async Task<RunInputs> BringBesideAsync(RunInputs inputs, CancellationToken cancel)
    {
        try
        {
            return await BringKnownAsync(inputs, cancel);
        }
        catch (PolicyException)
        {
            return inputs;
        }
    }

    public void Dispose()
    {
        models.Dispose();
        (store as IDisposable)?.Dispose();
    }

    private async Task<RunInputs> BringKnownAsync(RunInputs inputs, CancellationToken cancel) =>
        !StoredModels.NamedBy(inputs).Any() ? inputs
            : await models.BringAsync(inputs, store ??= TrackingPlace.Open(null, session.Environment), cancel);
}
