using System.Globalization;

namespace Gate.Tracking.Files;

/// <summary>A run in a folder. Each file is read when it is first asked for.</summary>
/// <param name="folder">The run's folder.</param>
/// <param name="info">What its <c>meta.yaml</c> says.</param>
internal sealed class FileRun(string folder, RunInfo info) : IRun
{
    private const long MostOfText = 1 << 20;
    private readonly Dictionary<string, double?> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);

    public RunInfo Info => info;

    /// <summary>The run's folder.</summary>
    public string Folder => folder;

    public IReadOnlyList<RunMetric> Metrics =>
        [.. StoreLayout.Files(Part(StoreLayout.Metrics)).Select(file => MetricLines.Latest(History(file.Key)))];

    public IReadOnlyList<RunText> Parameters => Texts(StoreLayout.Parameters);

    public IReadOnlyList<RunText> Tags => Texts(StoreLayout.Tags);

    public IReadOnlyList<DatasetInput> Inputs => FileInputs.Read(folder);

    public double? Metric(string key)
    {
        if (!numbers.TryGetValue(key, out double? value))
            numbers[key] = value = History(key) is { Count: > 0 } history ? MetricLines.Latest(history).Value : null;
        return value;
    }

    public string? Parameter(string key) => Text(StoreLayout.Parameters, key);

    public string? Tag(string key) => Text(StoreLayout.Tags, key);

    /// <summary>All numbers of a name, as they were logged; empty where there is none.</summary>
    public List<RunMetric> History(string key)
    {
        string path = StoreLayout.Below(Part(StoreLayout.Metrics), StoredNames.Key(key));
        return SmallFile.Find(path, MetricLines.Most) is { } text ? MetricLines.Read(key, path, text) : [];
    }

    /// <summary>The run in a folder.</summary>
    /// <exception cref="TrackingException">Its <c>meta.yaml</c> is damaged.</exception>
    public static FileRun Read(string folder)
    {
        string path = Path.Combine(folder, StoreLayout.Meta);
        Dictionary<string, string?> meta = FlatYaml.Read(path);
        return new(folder, new()
        {
            Id = Path.GetFileName(folder),
            ExperimentId = meta.GetValueOrDefault("experiment_id") ?? "",
            Name = meta.GetValueOrDefault("run_name") ?? "",
            User = meta.GetValueOrDefault("user_id") ?? "",
            Status = Number(meta, "status") is { } number && Enum.IsDefined((RunStatus)number) ? (RunStatus)number : RunStatus.Running,
            StartTime = Number(meta, "start_time") ?? 0,
            EndTime = Number(meta, "end_time"),
            ArtifactUri = meta.GetValueOrDefault("artifact_uri") ?? "",
            IsDeleted = meta.GetValueOrDefault("lifecycle_stage") == "deleted",
        });
    }

    /// <summary>The text of a run's <c>meta.yaml</c>.</summary>
    public static string Meta(RunInfo info) => FlatYaml.Write(
    [
        ("artifact_uri", info.ArtifactUri), ("deleted_time", null), ("end_time", info.EndTime), ("entry_point_name", ""),
        ("experiment_id", info.ExperimentId), ("lifecycle_stage", info.IsDeleted ? "deleted" : "active"), ("run_id", info.Id),
        ("run_name", info.Name), ("run_uuid", info.Id), ("source_name", ""), ("source_type", 4L), ("source_version", ""),
        ("start_time", info.StartTime), ("status", (long)info.Status), ("tags", Array.Empty<string>()), ("user_id", info.User),
    ]);

    private static long? Number(Dictionary<string, string?> meta, string key) =>
        long.TryParse(meta.GetValueOrDefault(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
            : null;

    private string? Text(string part, string key)
    {
        string path = StoreLayout.Below(Part(part), StoredNames.Key(key));
        if (!texts.TryGetValue(path, out string? text)) texts[path] = text = SmallFile.Find(path, MostOfText);
        return text;
    }

    private RunText[] Texts(string part) =>
        [.. StoreLayout.Files(Part(part)).Select(file => new RunText(file.Key, Text(part, file.Key) ?? ""))];

    private string Part(string name) => Path.Combine(folder, name);
}
