using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gate.Evaluation.Results;

namespace Gate.Tracking.Logging;

/// <summary>What of a result is logged as a run.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Values">Numbers, parameters and tags.</param>
/// <param name="Inputs">The data sets.</param>
/// <param name="Artifacts">The artifacts.</param>
public sealed record RunRecord(string Name, RunValues Values, IReadOnlyList<DatasetInput> Inputs,
    IReadOnlyList<(string Path, byte[] Content)> Artifacts)
{
    /// <summary>The file that says what changed names stand for.</summary>
    public const string NamesFile = "metric-names.json";

    // The longest that every server takes; newer ones take 6,000.
    private const int LongestParameter = 500, LongestDigest = 36;

    /// <summary>The record of a result.</summary>
    /// <param name="tracked">The result.</param>
    public static RunRecord Of(TrackedResult tracked)
    {
        ArgumentNullException.ThrowIfNull(tracked);
        (IReadOnlyList<RunMetric> metrics, IReadOnlyDictionary<string, string> changed) = RunNumbers.Of(tracked);
        string started = DateTimeOffset.FromUnixTimeMilliseconds(tracked.Started)
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new(tracked.RunName ?? $"{tracked.Result.Policy.Name} {started}",
            new(metrics, Parameters(tracked.Result), [.. RunTags.Of(tracked)]), Datasets(tracked.Result),
            changed.Count == 0 ? tracked.Artifacts : [.. tracked.Artifacts, (NamesFile, Json(changed))]);
    }

    private static List<RunText> Parameters(GateResult result)
    {
        var names = new MetricNames();
        var parameters = new List<RunText>();
        void Add(string? value, params string[] name)
        {
            if (value is not null) parameters.Add(new(names.Of(string.Join('.', name)), RunTags.Cut(value, LongestParameter)));
        }
        Add(RunTags.Digest(result, "policy"), "policy_digest");
        Add(result.Policy.Task, "task");
        Add(result.Provenance.Seed, "seed");
        Add(NumberText.Exact(result.Policy.Confidence), "confidence");
        Add(result.Data.Split, "split");
        Add(result.Model.Kind, "model.kind");
        Add(result.Model.Source, "model.source");
        Add(result.Model.Threshold is { } threshold ? NumberText.Exact(threshold) : null, "model.threshold");
        foreach (NamedText parameter in result.Model.Parameters) Add(parameter.Text, "model", parameter.Name);
        foreach (string replaced in result.Policy.Overrides) Add(replaced[(replaced.IndexOf('=', StringComparison.Ordinal) + 1)..],
            "set", replaced[..Math.Max(0, replaced.IndexOf('=', StringComparison.Ordinal))]);
        return parameters;
    }

    private static DatasetInput[] Datasets(GateResult result) =>
        [.. result.Provenance.Digests.Where(digest => digest.Role is "data" or "test" or "predictions").DistinctBy(digest => digest.Name)
            .Select(digest => new DatasetInput(digest.Name, Short(digest.Sha256), "local",
                Encoding.UTF8.GetString(Json(new Dictionary<string, string> { ["uri"] = digest.Name, ["sha256"] = digest.Sha256 })),
                digest.Role == "data" ? Rows(result.Data.Rows) : null, digest.Role == "data" && result.Data.TrainRows > 0
                    ? "training" : "evaluation"))];

    private static string Rows(long rows) => string.Create(CultureInfo.InvariantCulture, $"{{\"num_rows\": {rows}}}");

    private static string Short(string digest) =>
        digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..] is var hex && hex.Length > LongestDigest ? hex[..LongestDigest] : hex;

    private static byte[] Json(IReadOnlyDictionary<string, string> map) =>
        JsonSerializer.SerializeToUtf8Bytes(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(), RecordJson.Default
            .DictionaryStringString);
}

/// <summary>How maps of a record are written: by code that was generated ahead.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class RecordJson : JsonSerializerContext;
