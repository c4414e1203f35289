using System.Text.Json;
using Gate.Data;
using Gate.Wording;

namespace Gate.Models.Remote.Endpoints;

/// <summary>Values of a table as JSON: numbers and booleans as such, dates and texts as text, missing ones and NaN as null.</summary>
internal static class Cells
{
    /// <summary>Writes a value.</summary>
    /// <exception cref="ModelException">It is infinite, which JSON cannot say.</exception>
    public static void Write(Utf8JsonWriter json, Column column, int row)
    {
        if (column.IsMissing(row)) json.WriteNullValue();
        else if (column is NumericColumn numbers) Write(json, numbers, row);
        else json.WriteStringValue(column.TextAt(row));
    }

    private static void Write(Utf8JsonWriter json, NumericColumn column, int row)
    {
        double value = column.Values[row];
        if (double.IsInfinity(value))
            throw new ModelException(FormattableString.Invariant($"the column '{Shown.Of(column.Name)}' is infinite in row {row + 1}, ")
                + "which cannot be sent; correct it or leave the row out");
        if (double.IsNaN(value)) json.WriteNullValue();
        else if (column.Type == ColumnType.Boolean) json.WriteBooleanValue(value != 0);
        else if (column.Type is ColumnType.Date or ColumnType.Timestamp) json.WriteStringValue(column.Text(value));
        else if (column.Type == ColumnType.Integer && Math.Abs(value) < 1L << 53) json.WriteNumberValue((long)value);
        else json.WriteNumberValue(value);
    }
}
