using System.Text.Json;
using Gate.Data;
using Gate.Data.Writing;
using Gate.Evaluation.Measuring;
using Gate.Evaluation.Measuring.Attributions;
using Gate.Explain;
using Gate.Models;

namespace Gate.Evaluation.Export;

/// <summary>The SHAP values of each explained row, for a file that somebody asked for: they are in no result and in no report.</summary>
public sealed class LocalExplanations
{
    private readonly ExplainedModel model;
    private readonly ShapValues values;
    private readonly Table data, all;
    private readonly int[] rows;
    private readonly bool isBounded;

    private LocalExplanations(ExplainedModel model, Table all, bool isBounded)
    {
        (this.model, this.all, this.isBounded, values) = (model, all, isBounded, model.Values!);
        rows = model.Rows ?? [.. Enumerable.Range(0, values.Rows)];
        data = all.Take(rows);
    }

    /// <summary>Those of a run.</summary>
    /// <exception cref="ModelException">The candidate cannot be explained.</exception>
    internal static LocalExplanations Of(RunContext run)
    {
        ExplainedModel model = run.Once(ExplainedModel.Of);
        if (model.Reason is { } reason) throw new ModelException($"there are no explanations to write: {reason}");
        return new(model, run.Data.Test.Select(model.Values!.Features), run.Inputs.Policy.Explain?.MaxRows is not null);
    }

    /// <summary>
    /// As JSON with the names of <c>shap.Explanation</c>: <c>values</c> (rows × columns, of several outputs × outputs),
    /// <c>base_values</c> (a row, of several outputs × outputs), <c>data</c>, <c>feature_names</c>, <c>output_names</c>; and <c>rows</c>,
    /// the number of each among the measured rows. Of a linear margin also <c>engineered</c>: <c>feature_names</c> and <c>values</c> of the
    /// columns that the model makes of raw ones.
    /// </summary>
    public byte[] Json()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("method", values.Method);
            Texts(json, "feature_names", values.Features);
            Texts(json, "output_names", values.Outputs);
            json.WriteStartArray("rows");
            foreach (int row in rows) json.WriteNumberValue(row);
            json.WriteEndArray();
            ForEachRow(json, "base_values", _ => Outputs(json, values.BaseValues));
            Values(json, values);
            ForEachRow(json, "data", row => Several(json, data.Columns.Count, column => Value(json, data.Columns[column], row)));
            if (model.Engineer!(data, default) is { } engineered)
            {
                json.WriteStartObject("engineered");
                Texts(json, "feature_names", engineered.Features);
                Values(json, engineered);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return [.. stream.ToArray(), (byte)'\n'];
    }

    /// <summary>
    /// As Parquet, block by block: <c>row</c>, and for each output <c>base_value</c> and the values, a column each; of several outputs with
    /// the output in brackets behind the name. Of trees and linear models all measured rows, unless the policy bounds their number; of
    /// others, whose rows cost much, those that were explained.
    /// </summary>
    /// <param name="stream">Where it goes; not closed.</param>
    /// <param name="cancel">Stops the work.</param>
    public void Parquet(Stream stream, CancellationToken cancel = default)
    {
        string[] names = ["row", .. Enumerable.Range(0, values.Outputs.Count).SelectMany(NamesOf)];
        var writer = ParquetWriter.Begin(names, stream);
        if (isBounded || !model.IsCheap || model.Rows is null) writer.Append(Block(names, values, i => rows[i]));
        else model.Streamer!(all, (first, block) => writer.Append(Block(names, block, i => first + i)), cancel);
        writer.End();
    }

    private IEnumerable<string> NamesOf(int output)
    {
        string behind = values.Outputs.Count == 1 ? "" : $"[{values.Outputs[output]}]";
        return [$"base_value{behind}", .. values.Features.Select(name => $"shap_{name}{behind}")];
    }

    private static Table Block(string[] names, ShapValues block, Func<int, int> rowOf)
    {
        var columns = new double[names.Length][];
        columns[0] = [.. Enumerable.Range(0, block.Rows).Select(i => (double)rowOf(i))];
        for (int output = 0, at = 1; output < block.Outputs.Count; output++)
        {
            columns[at++] = [.. Enumerable.Repeat(block.BaseValues[output], block.Rows)];
            for (int feature = 0; feature < block.Features.Count; feature++)
            {
                double[] own = columns[at++] = new double[block.Rows];
                for (int i = 0; i < own.Length; i++) own[i] = block[i, feature, output];
            }
        }
        return new([.. names.Select((name, c) => new NumericColumn(name, columns[c]))]);
    }

    private void Values(Utf8JsonWriter json, ShapValues shown) => ForEachRow(json, "values", row => Several(json, shown.Features.Count,
        feature => Outputs(json, [.. Enumerable.Range(0, shown.Outputs.Count).Select(output => shown[row, feature, output])])));

    private void ForEachRow(Utf8JsonWriter json, string name, Action<int> write)
    {
        json.WriteStartArray(name);
        for (int row = 0; row < values.Rows; row++) write(row);
        json.WriteEndArray();
    }

    private static void Several(Utf8JsonWriter json, int count, Action<int> write)
    {
        json.WriteStartArray();
        for (int i = 0; i < count; i++) write(i);
        json.WriteEndArray();
    }

    /// <summary>One number, or of several outputs an array of them.</summary>
    private static void Outputs(Utf8JsonWriter json, IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 1) json.WriteNumberValue(numbers[0]);
        else Several(json, numbers.Count, i => json.WriteNumberValue(numbers[i]));
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, Column column, int row)
    {
        switch (column)
        {
            case NumericColumn { Type: ColumnType.Date or ColumnType.Timestamp or ColumnType.Boolean } number
                when double.IsFinite(number.Values[row]):
                json.WriteStringValue(number.Text(number.Values[row]));
                break;
            case NumericColumn number when double.IsFinite(number.Values[row]):
                json.WriteNumberValue(number.Values[row]);
                break;
            case CategoryColumn { Codes: var codes, Categories: var categories } when codes[row] >= 0:
                json.WriteStringValue(categories[codes[row]]);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
