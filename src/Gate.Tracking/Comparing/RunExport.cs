using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gate.Tracking.Comparing;

/// <summary>Runs as CSV and as JSON.</summary>
public static class RunExport
{
    private static readonly JsonWriterOptions indented = new() { Indented = true, NewLine = "\n" };

    /// <summary>A line a run, after a line of heads; RFC 4180 with LF.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="columns">The columns.</param>
    public static string Csv(IReadOnlyList<IRun> runs, IReadOnlyList<RunColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(columns);
        var text = new StringBuilder();
        Line(text, columns.Select(column => column.Name));
        foreach (IRun run in runs) Line(text, columns.Select(column => column.Cell(run)));
        return text.ToString();
    }

    /// <summary>An object a run: what the store says of it, and what was logged.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="nextToken">Asks for the next page; null where there is none.</param>
    public static string Json(IReadOnlyList<IRun> runs, string? nextToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("runs");
            foreach (IRun run in runs) Write(json, run);
            json.WriteEndArray();
            json.WriteString("next_page_token", nextToken);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, IRun run)
    {
        json.WriteStartObject();
        json.WriteString("run_id", run.Info.Id);
        json.WriteString("run_name", run.Info.Name);
        json.WriteString("experiment_id", run.Info.ExperimentId);
        json.WriteString("status", run.Info.Status.Word());
        json.WriteNumber("start_time", run.Info.StartTime);
        if (run.Info.EndTime is { } end) json.WriteNumber("end_time", end);
        else json.WriteNull("end_time");
        json.WriteStartObject("metrics");
        foreach (RunMetric metric in run.Metrics)
            // JSON has no word for what is no finite number.
            if (double.IsFinite(metric.Value)) json.WriteNumber(metric.Key, metric.Value);
            else json.WriteNull(metric.Key);
        json.WriteEndObject();
        Texts(json, "params", run.Parameters);
        Texts(json, "tags", run.Tags);
        json.WriteStartArray("datasets");
        foreach (DatasetInput input in run.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteString("digest", input.Digest);
            json.WriteString("context", input.Context);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<RunText> texts)
    {
        json.WriteStartObject(name);
        foreach (RunText text in texts) json.WriteString(text.Key, text.Value);
        json.WriteEndObject();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    private static string Cell(string cell) => cell.AsSpan().IndexOfAny("\",\r\n") < 0 ? cell
        : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
