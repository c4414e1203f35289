using System.Text.Json;

namespace Gate.Tracking.Rest;

/// <summary>A run as a server told it.</summary>
internal sealed class ServerRun : IRun
{
    private readonly Dictionary<string, RunMetric> metrics;
    private readonly Dictionary<string, string> parameters, tags;

    public ServerRun(JsonElement run)
    {
        JsonElement data = Answers.Child(run, "data");
        Info = Answers.Info(Answers.Child(run, "info"));
        metrics = Answers.List(data, "metrics").Select(Answers.Metric).GroupBy(metric => metric.Key)
            .ToDictionary(same => same.Key, same => same.Last(), StringComparer.Ordinal);
        parameters = Map(data, "params");
        tags = Map(data, "tags");
        Inputs = [.. Answers.List(Answers.Child(run, "inputs"), "dataset_inputs").Select(Answers.Input)];
    }

    public RunInfo Info { get; }

    public IReadOnlyList<RunMetric> Metrics => [.. metrics.Values.OrderBy(metric => metric.Key, StringComparer.Ordinal)];

    public IReadOnlyList<RunText> Parameters => List(parameters);

    public IReadOnlyList<RunText> Tags => List(tags);

    public IReadOnlyList<DatasetInput> Inputs { get; }

    public double? Metric(string key) => metrics.TryGetValue(key, out RunMetric? metric) ? metric.Value : null;

    public string? Parameter(string key) => parameters.GetValueOrDefault(key);

    public string? Tag(string key) => tags.GetValueOrDefault(key);

    /// <summary>The latest of a name as it was logged; null where there is none.</summary>
    public RunMetric? Latest(string key) => metrics.GetValueOrDefault(key);

    private static Dictionary<string, string> Map(JsonElement data, string name) => Answers.List(data, name).Select(Answers.Pair)
        .GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);

    private static RunText[] List(Dictionary<string, string> map) =>
        [.. map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RunText(pair.Key, pair.Value))];
}
