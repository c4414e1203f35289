namespace Gate.Tracking;

/// <summary>A number that was logged to a run.</summary>
/// <param name="Key">Its name, as MLflow allows names (<c>Logging.MetricNames</c>).</param>
/// <param name="Value">The number; MLflow also holds NaN and infinities, which Gate does not log.</param>
/// <param name="Timestamp">When, in milliseconds since 1970 in UTC.</param>
/// <param name="Step">The step that it belongs to: the round of training; 0 for a number that there is once.</param>
public sealed record RunMetric(string Key, double Value, long Timestamp, long Step);

/// <summary>A parameter or a tag.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Value">Its text.</param>
public sealed record RunText(string Key, string Value);

/// <summary>A data set that a run read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Digest">At most 36 characters that tell its content.</param>
/// <param name="SourceType">What kind of source it is: <c>local</c>.</param>
/// <param name="Source">The source, as JSON.</param>
/// <param name="Profile">What is known of it, as JSON; or null.</param>
/// <param name="Context">What it was for: <c>training</c>, <c>evaluation</c>; or null.</param>
public sealed record DatasetInput(string Name, string Digest, string SourceType, string Source, string? Profile, string? Context);

/// <summary>What is logged to a run at once; a store sends it in as many parts as it must.</summary>
/// <param name="Metrics">Numbers.</param>
/// <param name="Parameters">Parameters, which cannot change once they are there.</param>
/// <param name="Tags">Tags, which can.</param>
public sealed record RunValues(IReadOnlyList<RunMetric> Metrics, IReadOnlyList<RunText> Parameters, IReadOnlyList<RunText> Tags)
{
    /// <summary>Tags alone.</summary>
    /// <param name="tags">The tags.</param>
    public static RunValues OfTags(params IReadOnlyList<RunText> tags) => new([], [], tags);
}

/// <summary>A run that is to be made.</summary>
/// <param name="ExperimentId">The experiment.</param>
/// <param name="Name">Its name.</param>
/// <param name="StartTime">When it began, in milliseconds since 1970 in UTC.</param>
/// <param name="Tags">Tags that it has from the start.</param>
public sealed record NewRun(string ExperimentId, string Name, long StartTime, IReadOnlyList<RunText> Tags);
