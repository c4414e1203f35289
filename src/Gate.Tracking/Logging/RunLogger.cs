namespace Gate.Tracking.Logging;

/// <summary>Logs a result as a run.</summary>
public static class RunLogger
{
    /// <summary>Makes a run of a result: parameters, numbers, tags, data sets, artifacts. A run that could not be logged whole is marked as
    /// failed, where the store still answers.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="tracked">The result.</param>
    /// <param name="clock">Tells when it ended.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="TrackingException">The store does not take it.</exception>
    public static async Task<RunInfo> LogAsync(ITrackingStore store, TrackedResult tracked, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(tracked);
        ArgumentNullException.ThrowIfNull(clock);
        RunRecord record = RunRecord.Of(tracked);
        Experiment experiment = await store.EnsureExperimentAsync(tracked.Experiment, cancel).ConfigureAwait(false);
        RunInfo run = await store.CreateRunAsync(new(experiment.Id, record.Name, tracked.Started, []), cancel).ConfigureAwait(false);
        bool whole = false;
        try
        {
            await store.LogAsync(run, record.Values, cancel).ConfigureAwait(false);
            await store.LogInputsAsync(run, record.Inputs, cancel).ConfigureAwait(false);
            // What is kept elsewhere still has numbers and tags here; the caller says why there are no files.
            foreach ((string path, byte[] content) in store.WhyNoArtifacts(run) is null ? record.Artifacts : [])
                await store.PutArtifactAsync(run, path, content, cancel).ConfigureAwait(false);
            await EndAsync(RunStatus.Finished, cancel).ConfigureAwait(false);
            whole = true;
            return run;
        }
        finally
        {
            if (!whole) await TryToFailAsync().ConfigureAwait(false);
        }

        Task EndAsync(RunStatus status, CancellationToken stop) =>
            store.EndAsync(run, status, clock.GetUtcNow().ToUnixTimeMilliseconds(), stop);

        async Task TryToFailAsync()
        {
            try
            {
                using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
                await EndAsync(RunStatus.Failed, soon.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is TrackingException or OperationCanceledException or IOException)
            {
                // What stopped the logging is what the user is told of; this is only tidiness.
            }
        }
    }
}
