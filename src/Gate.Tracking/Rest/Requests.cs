using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Gate.Tracking.Rest;

/// <summary>The bodies of requests, their members in the order in which MLflow documents them.</summary>
internal static class Requests
{
    public static byte[] Body(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static byte[] CreateExperiment(string name) => Body(json => json.WriteString("name", name));

    public static byte[] SearchExperiments(string? token) => Body(json =>
    {
        json.WriteNumber("max_results", 1000);
        if (token is not null) json.WriteString("page_token", token);
    });

    public static byte[] CreateRun(NewRun run) => Body(json =>
    {
        json.WriteString("experiment_id", run.ExperimentId);
        json.WriteString("run_name", run.Name);
        json.WriteNumber("start_time", run.StartTime);
        Texts(json, "tags", run.Tags);
    });

    public static byte[] LogBatch(string run, RunValues values) => Body(json =>
    {
        json.WriteString("run_id", run);
        if (values.Metrics.Count > 0)
        {
            json.WriteStartArray("metrics");
            foreach (RunMetric metric in values.Metrics)
            {
                json.WriteStartObject();
                json.WriteString("key", metric.Key);
                Number(json, metric.Value);
                json.WriteNumber("timestamp", metric.Timestamp);
                json.WriteNumber("step", metric.Step);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (values.Parameters.Count > 0) Texts(json, "params", values.Parameters);
        if (values.Tags.Count > 0) Texts(json, "tags", values.Tags);
    });

    public static byte[] LogInputs(string run, IReadOnlyList<DatasetInput> inputs) => Body(json =>
    {
        json.WriteString("run_id", run);
        json.WriteStartArray("datasets");
        foreach (DatasetInput input in inputs)
        {
            json.WriteStartObject();
            Texts(json, "tags", input.Context is null ? [] : [new("mlflow.data.context", input.Context)]);
            json.WriteStartObject("dataset");
            json.WriteString("name", input.Name);
            json.WriteString("digest", input.Digest);
            json.WriteString("source_type", input.SourceType);
            json.WriteString("source", input.Source);
            if (input.Profile is not null) json.WriteString("profile", input.Profile);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public static byte[] Update(string run, RunStatus status, long endTime) => Body(json =>
    {
        json.WriteString("run_id", run);
        json.WriteString("status", status.Word());
        json.WriteNumber("end_time", endTime);
    });

    public static byte[] Search(RunQuery query) => Body(json =>
    {
        json.WriteStartArray("experiment_ids");
        foreach (string id in query.ExperimentIds) json.WriteStringValue(id);
        json.WriteEndArray();
        if (query.Filter.Length > 0) json.WriteString("filter", query.Filter);
        json.WriteNumber("max_results", query.MaxResults);
        if (query.OrderBy.Count > 0)
        {
            json.WriteStartArray("order_by");
            foreach (string clause in query.OrderBy) json.WriteStringValue(clause);
            json.WriteEndArray();
        }
        if (!string.IsNullOrEmpty(query.PageToken)) json.WriteString("page_token", query.PageToken);
    });

    /// <summary>A body of JSON.</summary>
    public static HttpContent Json(byte[] body) =>
        new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<RunText> texts)
    {
        json.WriteStartArray(name);
        foreach (RunText text in texts)
        {
            json.WriteStartObject();
            json.WriteString("key", text.Key);
            json.WriteString("value", text.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    // What JSON has no number for, MLflow takes as a word.
    private static void Number(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber("value", value);
        else json.WriteString("value", double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
}
