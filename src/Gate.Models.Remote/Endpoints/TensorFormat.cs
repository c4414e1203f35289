using System.Text.Json;
using Gate.Data;
using Gate.Models.Remote.Answers;
using Gate.Wording;

namespace Gate.Models.Remote.Endpoints;

/// <summary>The Open Inference Protocol (KServe v2): a tensor for each column, or one for all, and tensors in the answer.</summary>
/// <param name="options">The tensor's name and type.</param>
/// <param name="fields">The outputs that are wanted; empty for the only one.</param>
internal sealed class TensorFormat(EndpointOptions options, IReadOnlyList<KeyValuePair<string, string>> fields) : IRequestFormat
{
    public void Write(Utf8JsonWriter json, Table rows, int from, int count)
    {
        json.WriteStartObject();
        json.WriteStartArray("inputs");
        if (options.Tensor is { } name) Tensor(json, name, options.Datatype, rows.Columns, from, count);
        else
            foreach (Column column in rows.Columns) Tensor(json, column.Name, TypeOf(column), [column], from, count);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Read(JsonElement answer, int from, int count, RowAnswers reader, Span<double> into)
    {
        JsonElement[] outputs = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("outputs", out JsonElement list)
            && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object)]
            : throw new ModelException("the answer has no list 'outputs'");
        JsonElement[][] wanted = [.. Wanted(outputs).Select(output => Values(output, count))];
        int width = into.Length / count;
        for (int row = 0; row < count; row++)
        {
            JsonElement[] parts = [.. wanted.SelectMany(values => values.Skip(row * (values.Length / count)).Take(values.Length / count))];
            reader.Read(parts, from + row, into.Slice(row * width, width));
        }
    }

    private IEnumerable<JsonElement> Wanted(JsonElement[] outputs)
    {
        string[] names = [.. outputs.Select(output => output.TryGetProperty("name", out JsonElement name) ? name.ToString() : "")];
        if (fields.Count == 0)
            return outputs is [var only] ? [only] : throw new ModelException($"the answer has {outputs.Length} outputs "
                + $"({string.Join(", ", names.Take(6).Select(name => $"'{Shown.Of(name)}'"))}); name with 'fields' the one that is wanted");
        return fields.Select(field => Array.IndexOf(names, field.Value) is >= 0 and int at ? outputs[at]
            : throw new ModelException($"the answer has no output '{Shown.Of(field.Value)}'{NearestName.Hint(field.Value, names)}"));
    }

    // Data are flat, row by row; servers may also nest them.
    private static JsonElement[] Values(JsonElement output, int count)
    {
        if (!output.TryGetProperty("data", out JsonElement data) || data.ValueKind != JsonValueKind.Array)
            throw new ModelException("an output of the answer has no list 'data'; binary data are not read");
        JsonElement[] values = [.. Flat(data)];
        return values.Length > 0 && values.Length % count == 0 ? values : throw new ModelException(
            FormattableString.Invariant($"an output of the answer has {values.Length} values for {count} rows"));
    }

    private static IEnumerable<JsonElement> Flat(JsonElement data) => data.EnumerateArray()
        .SelectMany(entry => entry.ValueKind == JsonValueKind.Array ? Flat(entry) : [entry]);

    private string TypeOf(Column column) => column is not NumericColumn || column.Type is ColumnType.Date or ColumnType.Timestamp ? "BYTES"
        : column.Type == ColumnType.Boolean ? "BOOL" : options.Datatype;

    private static void Tensor(Utf8JsonWriter json, string name, string type, IReadOnlyList<Column> columns, int from, int count)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray("shape");
        json.WriteNumberValue(count);
        json.WriteNumberValue(columns.Count);
        json.WriteEndArray();
        json.WriteString("datatype", type);
        json.WriteStartArray("data");
        for (int row = from; row < from + count; row++)
            foreach (Column column in columns) Value(json, column, type, row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, Column column, string type, int row)
    {
        if (column.IsMissing(row) || (column is NumericColumn given && double.IsNaN(given.Values[row])))
            throw Wrong(column, row, "is missing, which a tensor cannot say; fill it in before (data.source with sql), or leave the row "
                + "out");
        bool isText = type == "BYTES";
        if (isText || column is NumericColumn { Type: ColumnType.Boolean } && type == "BOOL") Cells.Write(json, column, row);
        else if (column is not NumericColumn numbers) throw Wrong(column, row, "is text, and the tensor is of numbers");
        else if (!double.IsFinite(numbers.Values[row])) throw Wrong(column, row, "is infinite, which cannot be sent");
        else if (type != "INT64") json.WriteNumberValue(numbers.Values[row]);
        else if (numbers.Values[row] == Math.Floor(numbers.Values[row]) && Math.Abs(numbers.Values[row]) < 1L << 53)
            json.WriteNumberValue((long)numbers.Values[row]);
        else throw Wrong(column, row, "is no whole number, as 'datatype: int64' has it");
    }

    private static ModelException Wrong(Column column, int row, string what) =>
        new(FormattableString.Invariant($"the column '{Shown.Of(column.Name)}' {what} (row {row + 1})"));
}
