using System.Globalization;
using Gate.Data;
using Gate.Models.MicrosoftMl.Worker;
using Gate.Wording;

namespace Gate.Models.MicrosoftMl.Scoring;

/// <summary>An input of the model and the columns that feed it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Columns">One column for each of its values.</param>
internal sealed record FedColumns(InputColumn Input, IReadOnlyList<string> Columns)
{
    /// <summary>Which columns feed which inputs.</summary>
    /// <exception cref="ModelException">An input finds no column.</exception>
    public static FedColumns[] Of(IReadOnlyList<InputColumn> inputs, MlNetOptions options)
    {
        if (inputs.Count == 0) throw new ModelException("reads no column: it says the same of every row");
        if (options.ColumnsByInput.Keys.FirstOrDefault(name => inputs.All(input => input.Name != name)) is { } unknown)
            throw new ModelException($"reads no column '{Shown.Of(unknown)}'"
                + $"{NearestName.Hint(unknown, inputs.Select(input => input.Name))}");
        if (options.Columns.Count > 0) return InOrder(inputs, options.Columns);
        // One vector and nothing else takes the features as they come.
        if (inputs is [{ Width: > 1 }]) return InOrder(inputs, options.Features);
        return [.. inputs.Select(input => new FedColumns(input, [ByName(input, options)]))];
    }

    /// <summary>Writes the values of some rows.</summary>
    /// <exception cref="ModelException">A value does not fit the input.</exception>
    public void Write(BinaryWriter writer, Table table, int from, int rows)
    {
        Column[] columns = [.. Columns.Select(name => Find(table, name))];
        foreach (Column column in columns) RequireKind(column);
        for (int row = from; row < from + rows; row++)
            foreach (Column column in columns)
            {
                // A text that is not there is the empty one, as in Microsoft.ML's own files.
                if (Input.Form == InputForm.Text) writer.Write(column.TextAt(row) ?? "");
                else writer.Write(Number(column, row));
            }
    }

    private static FedColumns[] InOrder(IReadOnlyList<InputColumn> inputs, IReadOnlyList<string> columns)
    {
        int width = inputs.Sum(input => input.Width);
        if (columns.Count != width)
            throw new ModelException($"reads {width} values a row ({string.Join(", ", inputs.Take(12).Select(input =>
                Shown.Of(input.Name) + (input.Width > 1 ? $": {input.Width}" : "")))}), and {columns.Count} columns are there to feed it; "
                + "name them in its order with 'columns: [...]'");
        int at = 0;
        return [.. inputs.Select(input => new FedColumns(input, [.. columns.Skip((at += input.Width) - input.Width).Take(input.Width)]))];
    }

    private static string ByName(InputColumn input, MlNetOptions options)
    {
        if (input.Width > 1)
            throw new ModelException($"reads the vector '{Shown.Of(input.Name)}' of {input.Width} numbers beside other columns; name the "
                + "columns of all in one list ('columns: [ … ]'), in the order of the model");
        if (options.ColumnsByInput.TryGetValue(input.Name, out string? column)) return column;
        return options.Features.Contains(input.Name) ? input.Name : throw new ModelException($"reads the column '{Shown.Of(input.Name)}', "
            + $"and no feature is called so{NearestName.Hint(input.Name, options.Features)}; name its column ('columns: {{ "
            + $"{Shown.Of(input.Name)}: … }}'), or make it a feature (data.features.include)");
    }

    private static Column Find(Table table, string name) => table.TryGet(name, out Column? found) ? found
        : throw new ModelException($"reads the column '{Shown.Of(name)}', which the data do not have{NearestName.Hint(name, table.Names)}");

    private void RequireKind(Column column)
    {
        if (column.MissingCount == column.Count) return;
        if (Input.Form != InputForm.Text && column is not NumericColumn)
            throw new ModelException($"takes numbers ({Input.Type}) as '{Shown.Of(Input.Name)}', and the column '{Shown.Of(column.Name)}' "
                + "is text; check which column feeds it (columns)");
        if (Input.Form == InputForm.Text && column is NumericColumn { Type: not (ColumnType.Integer or ColumnType.Boolean) })
            throw new ModelException($"takes text as '{Shown.Of(Input.Name)}', and the column '{Shown.Of(column.Name)}' is no text; write "
                + "its values as the model knows them (data.source.sql: CAST(… AS VARCHAR))");
    }

    private double Number(Column column, int row)
    {
        double number = column is NumericColumn numeric && !numeric.IsMissing(row) ? numeric.Values[row] : double.NaN;
        if (Input.Form == InputForm.Real && !double.IsInfinity(number)) return number;
        if (number == Math.Floor(number) && number >= Input.Min && number <= Input.Max && Input.Form == InputForm.Whole) return number;
        string what = double.IsNaN(number) ? "has no value" : $"is {number.ToString(CultureInfo.InvariantCulture)}";
        throw new ModelException($"takes {Input.Type} as '{Shown.Of(Input.Name)}', and the column '{Shown.Of(column.Name)}' {what} in row "
            + $"{row + 1}; {(double.IsNaN(number) ? "fill it" : "correct it")} in the data, or filter such rows out");
    }
}
