using System.Text.Json;
using Gate.Data;
using Gate.Models.Remote.Answers;
using Gate.Wording;

namespace Gate.Models.Remote.Endpoints;

/// <summary>MLflow's and Azure Machine Learning's ways: rows in JSON, answered by a list with an entry for each row.</summary>
/// <param name="protocol">Which of them.</param>
internal sealed class RowFormat(EndpointProtocol protocol) : IRequestFormat
{
    // MLflow and AutoML name the list; scripts have their own habits, of which these are the usual ones.
    private static readonly string[] listNames = ["predictions", "result", "Results", "results", "outputs"];

    public void Write(Utf8JsonWriter json, Table rows, int from, int count)
    {
        json.WriteStartObject();
        if (protocol == EndpointProtocol.AzuremlData) Records(json, rows, from, count);
        else Frame(json, rows, from, count);
        json.WriteEndObject();
    }

    public void Read(JsonElement answer, int from, int count, RowAnswers reader, Span<double> into)
    {
        using JsonDocument? inner = Inner(answer);
        JsonElement list = ListOf(inner?.RootElement ?? answer);
        int entries = list.GetArrayLength();
        if (entries != count)
            throw new ModelException(FormattableString.Invariant($"the answer has {entries} entries for {count} rows"));
        int width = into.Length / count, row = 0;
        foreach (JsonElement entry in list.EnumerateArray())
        {
            reader.Read(entry, from + row, into.Slice(row * width, width));
            row++;
        }
    }

    // A script that answers with json.dumps(…) has its JSON encoded twice.
    private static JsonDocument? Inner(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.String) return null;
        try
        {
            return JsonDocument.Parse(answer.GetString()!, AnswerText.Options);
        }
        catch (JsonException)
        {
            throw new ModelException($"the answer is the text '{Shown.Of(answer.GetString()!)}', and a list with an entry for each row is "
                + $"wanted");
        }
    }

    private static JsonElement ListOf(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Object)
            foreach (string name in listNames)
                if (answer.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array) return list;
        return answer.ValueKind == JsonValueKind.Array ? answer : throw new ModelException(
            "the answer is no list with an entry for each row, alone or as 'predictions' or 'result'"
            + (answer.ValueKind == JsonValueKind.Object ? $"; it has {Names(answer)}" : ""));
    }

    private static string Names(JsonElement answer) => answer.EnumerateObject().Any()
        ? string.Join(", ", answer.EnumerateObject().Take(6).Select(member => $"'{Shown.Of(member.Name)}'")) : "nothing";

    private void Frame(Utf8JsonWriter json, Table rows, int from, int count)
    {
        json.WriteStartObject(protocol == EndpointProtocol.Mlflow ? "dataframe_split" : "input_data");
        json.WriteStartArray("columns");
        foreach (string name in rows.Names) json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteStartArray("index");
        for (int row = 0; row < count; row++) json.WriteNumberValue(row);
        json.WriteEndArray();
        json.WriteStartArray("data");
        for (int row = from; row < from + count; row++)
        {
            json.WriteStartArray();
            foreach (Column column in rows.Columns) Cells.Write(json, column, row);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Records(Utf8JsonWriter json, Table rows, int from, int count)
    {
        json.WriteStartArray("data");
        for (int row = from; row < from + count; row++)
        {
            json.WriteStartObject();
            foreach (Column column in rows.Columns)
            {
                json.WritePropertyName(column.Name);
                Cells.Write(json, column, row);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
