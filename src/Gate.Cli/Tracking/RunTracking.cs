using Gate.Evaluation.Export;
using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Reporting.Markdown;
using Gate.Tracking;
using Gate.Tracking.Logging;
using Gate.Tracking.Registry;

namespace Gate.Cli.Tracking;

/// <summary>What a run has to do with a store: models are brought from it before, the run is kept in it afterwards where the policy or the
/// environment asks for it, and the candidate is registered.</summary>
internal sealed class RunTracking : IDisposable
{
    private readonly TrackingSpec? spec;
    private readonly ITrackingStore store;
    private readonly StoredModels models = new();
    private readonly RunText[] tags;
    private TrainingHistory? rounds;

    private RunTracking(RunInputs inputs, ITrackingStore store, TrackingSpec? spec)
    {
        (Inputs, this.store, this.spec) = (inputs, store, spec);
        tags = [.. (spec?.Tags ?? []).Select(tag => new RunText(tag.Key, tag.Value))];
    }

    /// <summary>What the run depends on, with the models of the store.</summary>
    public RunInputs Inputs { get; private set; }

    /// <summary>The number that the alias named when the run began; null for none.</summary>
    public string? Expected { get; private set; }

    /// <summary>The store.</summary>
    public ITrackingStore Store => store;

    /// <summary>The experiment that the run belongs to.</summary>
    public string Experiment => spec?.Experiment ?? Inputs.Policy.Name;

    /// <summary>Prepares a run.</summary>
    /// <exception cref="PolicyException">The policy asks for what cannot be.</exception>
    /// <exception cref="TrackingException">The store cannot be used.</exception>
    public static async Task<RunTracking> OpenAsync(RunInputs inputs, Session session, CancellationToken cancel)
    {
        PolicyDocument policy = inputs.Policy;
        bool kept = policy.Tracking is not null || policy.Register is not null || TrackingPlace.IsAsked(session.Environment);
        var tracking = new RunTracking(inputs, TrackingPlace.Open(null, session.Environment),
            policy.Tracking ?? (kept ? new(null, null, [], Required: false) : null));
        RunTags.Require(tracking.tags);
        if (policy.Register is { } register)
        {
            RegisteredModel.Require(inputs);
            RegistryNames.Model(register.Name);
            if (register.Alias is { } named) RegistryNames.Alias(named);
        }
        tracking.Inputs = await tracking.models.BringAsync(inputs, tracking.store, cancel);
        // The version that was brought is the one that the candidate is judged against, whatever the alias names a moment later.
        if (policy.Register is { Alias: { } alias } asked)
            tracking.Expected = (policy.Baseline as MlflowSpec)?.Source is { } source && source == $"models:/{asked.Name}@{alias}"
                ? tracking.models.Of(source)?.Version?.Version
                : (await tracking.store.Registry.FindAliasAsync(asked.Name, alias, cancel))?.Version;
        return tracking;
    }

    /// <summary>The inputs of a policy that is run beside, with the models of the store. What cannot be brought is told when it is
    /// run.</summary>
    /// <param name="beside">The inputs; null for none.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="TrackingException">The store cannot be used.</exception>
    public async Task<RunInputs?> BringAsync(RunInputs? beside, CancellationToken cancel)
    {
        try
        {
            return beside is null ? null : await models.BringAsync(beside, store, cancel);
        }
        catch (PolicyException)
        {
            return beside;
        }
    }

    /// <summary>Keeps what training says of itself.</summary>
    public IRunProgress Watch(IRunProgress progress) => rounds = new(progress);

    /// <summary>Keeps a result, and registers its candidate. What cannot be tracked is told and decides nothing, unless the policy requires
    /// it or asks for the candidate to be registered.</summary>
    /// <param name="result">The result.</param>
    /// <param name="trained">The candidate, where the run trained it.</param>
    /// <param name="started">When the run began.</param>
    /// <param name="files">What was written of the result.</param>
    /// <param name="more">Tags that the run gets when all of it is done.</param>
    /// <param name="session">Where it is told.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="TrackingException">It is required, and cannot be.</exception>
    public async Task KeepAsync(GateResult result, TrainedModel? trained, DateTimeOffset started, IReadOnlyList<string> files,
        IReadOnlyList<RunText> more, Session session, CancellationToken cancel)
    {
        if (spec is null) return;
        try
        {
            RunInfo run = await KeepAsync(Tracked(result, started, files), trained, session, cancel);
            if (more.Count > 0) await store.LogAsync(run, RunValues.OfTags(more), cancel);
        }
        catch (Exception error) when (error is TrackingException or IOException or UnauthorizedAccessException)
        {
            string message = $"there is a verdict, and its files are written, but the run could not be kept in {store.Place}: "
                + error.Message;
            if (spec.Required || Inputs.Policy.Register is not null) throw new TrackingException(TrackingFault.Unavailable, message, error);
            session.Error.WriteLine($"gate: {message}");
        }
    }

    public void Dispose()
    {
        models.Dispose();
        (store as IDisposable)?.Dispose();
    }

    private async Task<RunInfo> KeepAsync(TrackedResult tracked, TrainedModel? trained, Session session, CancellationToken cancel)
    {
        RunInfo run = await RunLogger.LogAsync(store, tracked, TimeProvider.System, cancel);
        session.Error.WriteLine($"run {run.Id} kept in {store.Place}");
        if (Inputs.Policy.Register is { } register)
        {
            var mover = new Mover(TrackingPlace.User(session.Environment), $"the verdict of run {run.Id}: {tracked.Result.Headline}");
            session.Error.WriteLine(await new RegisteredModel(register, store, Expected).RegisterAsync(run, tracked.Result,
                RegisteredModel.Candidate(Inputs, tracked.Result, trained), mover, cancel));
        }
        else if (store.WhyNoArtifacts(run) is { } why) session.Error.WriteLine($"gate: its files are not beside it: {why}");
        return run;
    }

    private TrackedResult Tracked(GateResult result, DateTimeOffset started, IReadOnlyList<string> files) =>
        new(result, Experiment)
        {
            RunName = spec!.RunName,
            Tags = tags,
            Rounds = rounds?.Rounds ?? [],
            Started = started.ToUnixTimeMilliseconds(),
            Note = string.Join("\n\n", MarkdownSummary.Sections(result).Take(1)),
            Artifacts = [.. files.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))],
        };
}
