using Gate.Evaluation.Inputs;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Reporting.Markdown;
using Gate.Tracking;
using Gate.Tracking.Logging;

namespace Gate.Cli.Tracking;

/// <summary>Keeps the run of a policy where it asks for it, or the environment does.</summary>
internal sealed class RunTracking
{
    private readonly TrackingSpec spec;
    private readonly ITrackingStore store;
    private readonly RunText[] tags;
    private TrainingHistory? rounds;

    private RunTracking(TrackingSpec spec, ITrackingStore store, RunText[] tags) =>
        (this.spec, this.store, this.tags) = (spec, store, tags);

    /// <summary>What is to be tracked; null for nothing.</summary>
    /// <exception cref="TrackingException">The policy asks for what cannot be.</exception>
    public static RunTracking? Of(PolicyDocument policy, Session session)
    {
        if (policy.Tracking is null && !TrackingPlace.IsAsked(session.Environment)) return null;
        TrackingSpec spec = policy.Tracking ?? new(null, null, [], Required: false);
        RunText[] tags = [.. spec.Tags.Select(tag => new RunText(tag.Key, tag.Value))];
        RunTags.Require(tags);
        return new(spec, TrackingPlace.Open(null, session.Environment), tags);
    }

    /// <summary>Keeps what training says of itself.</summary>
    public IRunProgress Watch(IRunProgress progress) => rounds = new(progress);

    /// <summary>Keeps a result. What cannot be tracked is told and decides nothing, unless the policy requires it.</summary>
    /// <exception cref="TrackingException">The policy requires it, and it cannot be.</exception>
    public async Task KeepAsync(GateResult result, DateTimeOffset started, IReadOnlyList<string> files, Session session,
        CancellationToken cancel)
    {
        try
        {
            RunInfo run = await RunLogger.LogAsync(store, new(result, spec.Experiment ?? result.Policy.Name)
            {
                RunName = spec.RunName,
                Tags = tags,
                Rounds = rounds?.Rounds ?? [],
                Started = started.ToUnixTimeMilliseconds(),
                Note = string.Join("\n\n", MarkdownSummary.Sections(result).Take(1)),
                Artifacts = [.. files.Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))],
            }, TimeProvider.System, cancel);
            session.Error.WriteLine($"run {run.Id} kept in {store.Place}");
            if (store.WhyNoArtifacts(run) is { } why) session.Error.WriteLine($"gate: its files are not beside it: {why}");
        }
        catch (Exception error) when (error is TrackingException or IOException or UnauthorizedAccessException)
        {
            string message = $"there is a verdict, and its files are written, but the run could not be kept in {store.Place}: "
                + error.Message;
            if (spec.Required) throw new TrackingException(TrackingFault.Unavailable, message, error);
            session.Error.WriteLine($"gate: {message}");
        }
    }
}
