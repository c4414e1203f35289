using System.Globalization;
using System.Numerics;
using Gate.Data;
using Gate.Models.Onnx.Graphs;
using Gate.Models.Onnx.Sessions;
using Gate.Wording;

namespace Gate.Models.Onnx.Feeding;

/// <summary>Fills an input from columns, batch by batch.</summary>
internal static class InputFiller
{
    /// <summary>The values of some rows.</summary>
    /// <param name="input">The input.</param>
    /// <param name="columns">Its columns, in its order.</param>
    /// <param name="from">The first row.</param>
    /// <param name="rows">How many rows of the table.</param>
    /// <param name="filled">How many rows the input has to have; those beyond the table's repeat the last.</param>
    /// <exception cref="ModelException">A value does not fit the type of the input.</exception>
    public static TensorValues Fill(FedInput input, IReadOnlyList<Column> columns, int from, int rows, int filled)
    {
        Array values = input.Port.Element switch
        {
            ElementType.Float => Numbers<float>(input, columns, from, rows, filled),
            ElementType.Double => Numbers<double>(input, columns, from, rows, filled),
            ElementType.Int64 => Numbers<long>(input, columns, from, rows, filled),
            ElementType.Int32 => Numbers<int>(input, columns, from, rows, filled),
            ElementType.Int16 => Numbers<short>(input, columns, from, rows, filled),
            ElementType.Int8 => Numbers<sbyte>(input, columns, from, rows, filled),
            ElementType.UInt64 => Numbers<ulong>(input, columns, from, rows, filled),
            ElementType.UInt32 => Numbers<uint>(input, columns, from, rows, filled),
            ElementType.UInt16 => Numbers<ushort>(input, columns, from, rows, filled),
            ElementType.UInt8 => Numbers<byte>(input, columns, from, rows, filled),
            ElementType.Bool => Array.ConvertAll(Numbers<byte>(input, columns, from, rows, filled), number => number <= 1 ? number != 0
                : throw new ModelException($"takes true or false as its input '{Shown.Of(input.Port.Name)}', and finds the number "
                    + $"{number}")),
            _ => Texts(columns, from, rows, filled),
        };
        return new(values, input.ShapeOf(filled));
    }

    /// <summary>Holds that the kinds of columns fit the input, before a row is scored.</summary>
    /// <exception cref="ModelException">A column is text where numbers are taken, or numbers that no text stands for.</exception>
    public static void RequireKinds(FedInput input, IReadOnlyList<Column> columns)
    {
        foreach (Column column in columns)
        {
            if (column.MissingCount == column.Count) continue;
            if (!input.IsText && column is not NumericColumn)
                throw new ModelException($"takes numbers ({TypeName(input)}) as its input '{Shown.Of(input.Port.Name)}', and the column "
                    + $"'{Shown.Of(column.Name)}' is text; check which column feeds it (columns)");
            if (input.IsText && column is NumericColumn { Type: not (ColumnType.Integer or ColumnType.Boolean) })
                throw new ModelException($"takes text as its input '{Shown.Of(input.Port.Name)}', and the column "
                    + $"'{Shown.Of(column.Name)}' is no text; write its values as the model knows them (data.source.sql: CAST(… AS "
                    + $"VARCHAR))");
        }
    }

    private static string[] Texts(IReadOnlyList<Column> columns, int from, int rows, int filled)
    {
        var values = new string[filled * columns.Count];
        for (int c = 0; c < columns.Count; c++)
            for (int i = 0; i < filled; i++)
            {
                int row = from + Math.Min(i, rows - 1);
                // A text that is not there is the empty one: a tensor of texts knows no other.
                values[(i * columns.Count) + c] = columns[c].TextAt(row) ?? "";
            }
        return values;
    }

    private static T[] Numbers<T>(FedInput input, IReadOnlyList<Column> columns, int from, int rows, int filled)
        where T : unmanaged, INumber<T>
    {
        var values = new T[filled * columns.Count];
        bool whole = typeof(T) != typeof(float) && typeof(T) != typeof(double);
        for (int c = 0; c < columns.Count; c++)
            for (int i = 0; i < filled; i++)
            {
                int row = from + Math.Min(i, rows - 1);
                double number = columns[c] is NumericColumn numeric && !numeric.IsMissing(row) ? numeric.Values[row] : double.NaN;
                T value = T.CreateSaturating(number);
                // What rounds to a float is the model's own affair; what has no place among its numbers is not.
                bool fits = double.IsNaN(number) ? !whole : whole ? double.CreateTruncating(value) == number : T.IsFinite(value);
                values[(i * columns.Count) + c] = fits ? value : throw Unfit(input, columns[c], row, number);
            }
        return values;
    }

    private static ModelException Unfit(FedInput input, Column column, int row, double number)
    {
        string what = double.IsNaN(number) ? "has no value" : $"is {number.ToString(CultureInfo.InvariantCulture)}";
        return new($"takes {TypeName(input)} as its input '{Shown.Of(input.Port.Name)}', and the column '{Shown.Of(column.Name)}' {what} "
            + $"in "
            + $"row {row + 1}; {(double.IsNaN(number) ? "fill it" : "correct it")} in the data, or filter "
            + $"such rows out");
    }

    private static string TypeName(FedInput input) => input.Port.Element.ToString().ToLowerInvariant();
}
