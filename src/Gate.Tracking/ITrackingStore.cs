namespace Gate.Tracking;

/// <summary>Where runs are kept: a folder in MLflow's layout, or a server that speaks MLflow's REST interface. All methods throw
/// <see cref="TrackingException"/> where the store cannot do what is asked.</summary>
public interface ITrackingStore
{
    /// <summary>Where it is, for messages; never a secret.</summary>
    string Place { get; }

    /// <summary>The registered models of the store.</summary>
    IModelRegistry Registry { get; }

    /// <summary>All experiments that are not deleted, by name.</summary>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<Experiment>> ExperimentsAsync(CancellationToken cancel);

    /// <summary>The experiment of a name, made where there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancel">Stops it.</param>
    Task<Experiment> EnsureExperimentAsync(string name, CancellationToken cancel);

    /// <summary>Makes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancel">Stops it.</param>
    Task<RunInfo> CreateRunAsync(NewRun run, CancellationToken cancel);

    /// <summary>Logs numbers, parameters and tags.</summary>
    /// <param name="run">The run.</param>
    /// <param name="values">What is logged.</param>
    /// <param name="cancel">Stops it.</param>
    Task LogAsync(RunInfo run, RunValues values, CancellationToken cancel);

    /// <summary>Says which data sets a run read.</summary>
    /// <param name="run">The run.</param>
    /// <param name="inputs">The data sets.</param>
    /// <param name="cancel">Stops it.</param>
    Task LogInputsAsync(RunInfo run, IReadOnlyList<DatasetInput> inputs, CancellationToken cancel);

    /// <summary>Writes an artifact, in place of one that is there.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">Its path below the run's artifacts, with <c>/</c>.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancel">Stops it.</param>
    Task PutArtifactAsync(RunInfo run, string path, ReadOnlyMemory<byte> content, CancellationToken cancel);

    /// <summary>Why files cannot be put beside a run; null where they can.</summary>
    /// <param name="run">The run.</param>
    string? WhyNoArtifacts(RunInfo run);

    /// <summary>Ends a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="endTime">When, in milliseconds since 1970 in UTC.</param>
    /// <param name="cancel">Stops it.</param>
    Task EndAsync(RunInfo run, RunStatus status, long endTime, CancellationToken cancel);

    /// <summary>A run by its id; null where there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IRun?> FindRunAsync(string id, CancellationToken cancel);

    /// <summary>The runs that a query asks for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancel">Stops it.</param>
    Task<RunPage> SearchAsync(RunQuery query, CancellationToken cancel);

    /// <summary>All numbers of a name, in the order in which they were logged.</summary>
    /// <param name="run">The run.</param>
    /// <param name="key">The name.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<RunMetric>> HistoryAsync(RunInfo run, string key, CancellationToken cancel);

    /// <summary>The files below a folder of a run's artifacts, whatever their depth, by path; none where there is no such folder.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folder">The folder; empty for all artifacts.</param>
    /// <param name="cancel">Stops it.</param>
    Task<IReadOnlyList<string>> ArtifactsAsync(RunInfo run, string folder, CancellationToken cancel);

    /// <summary>The bytes of an artifact; null where there is none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">Its path below the run's artifacts.</param>
    /// <param name="cancel">Stops it.</param>
    Task<byte[]?> GetArtifactAsync(RunInfo run, string path, CancellationToken cancel);
}
