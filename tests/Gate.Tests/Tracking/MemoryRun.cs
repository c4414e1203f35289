using Gate.Tracking;

namespace Gate.Tests.Tracking;

/// <summary>A run that tests write down.</summary>
internal sealed record MemoryRun(RunInfo Info) : IRun
{
    public IReadOnlyList<RunMetric> Metrics { get; init; } = [];

    public IReadOnlyList<RunText> Parameters { get; init; } = [];

    public IReadOnlyList<RunText> Tags { get; init; } = [];

    public IReadOnlyList<DatasetInput> Inputs { get; init; } = [];

    public static MemoryRun Of(string id, long start = 0, params (string Key, double Value)[] metrics) =>
        new(new RunInfo { Id = id, ExperimentId = "1", Name = $"run {id}", StartTime = start })
            { Metrics = [.. metrics.Select(metric => new RunMetric(metric.Key, metric.Value, 0, 0))] };

    public double? Metric(string key) => Metrics.FirstOrDefault(one => one.Key == key)?.Value;

    public string? Parameter(string key) => Parameters.FirstOrDefault(one => one.Key == key)?.Value;

    public string? Tag(string key) => Tags.FirstOrDefault(one => one.Key == key)?.Value;
}
