using Gate.Data.DuckDb;
using Gate.Data.Parsing;

namespace Gate.Data.Building;

/// <summary>
/// Gathers a column of csv fields, and finds its type from all of them: numbers as long as every field is one, else texts.
/// When numbers come first and a text follows, the earlier texts are gone: <see cref="NeedsText"/> then asks for another pass.
/// </summary>
/// <param name="name">The column's name.</param>
/// <param name="na">Fields that stand for a missing value.</param>
/// <param name="asText">Keeps every field as text (the other pass).</param>
internal sealed class FieldColumnBuilder(string name, NaTexts na, bool asText = false)
{
    private readonly NumberStore numbers = new();
    private readonly OddSpellings spellings = new();
    private readonly PointedNumbers pointed = new();
    private readonly Blocks<int> codes = new();
    private readonly TextDictionary dictionary = new();
    private bool isText = asText, failed, anyNumber, anyReal, anyBig;

    /// <summary>Whether the column must be gathered again as text.</summary>
    internal bool NeedsText => failed || (!isText && anyBig && !anyReal);

    internal void Append(ColumnVector vector)
    {
        if (failed) return;
        if (!isText && AppendNumbers(vector)) return;
        if (!isText && anyNumber)
        {
            failed = true;
            return;
        }
        if (!isText)
        {
            isText = true;
            codes.Next(numbers.Count - vector.Count).Fill(-1);
        }
        TextColumnBuilder.Append(vector, codes.Next(vector.Count), dictionary);
    }

    internal Field Finish() => isText ? Field.FromTexts(name, codes.ToArray(), dictionary, na)
        : !anyNumber ? Field.AllMissing(name, numbers.Count)
        : anyReal ? new Field(Finish(ColumnType.Real), FieldKind.Real) : new Field(Finish(ColumnType.Integer), FieldKind.Integer);

    /// <summary>Whether it has whole numbers that no double holds, and nothing that is no whole number.</summary>
    internal bool IsBig => !failed && NeedsText;

    /// <summary>The column of a block whose kind all blocks have settled together. For a kind that is no number the builder was made to
    /// keep texts.</summary>
    internal Column FinishAs(FieldKind kind) => kind switch
    {
        FieldKind.Integer => Finish(ColumnType.Integer),
        FieldKind.Real => Finish(ColumnType.Real),
        _ => Field.OfKind(kind, name, codes.ToArray(), dictionary, na),
    };

    private NumericColumn Finish(ColumnType type)
    {
        NumericColumn column = numbers.Finish(name, type);
        column.Merged = spellings.Finish(column.Values);
        column.Pointed = pointed.Finish();
        return column;
    }

    /// <summary>Appends a chunk of numbers; false, and nothing but room taken, when a field is not one.</summary>
    private bool AppendNumbers(ColumnVector vector)
    {
        ReadOnlySpan<DuckString> fields = vector.Values<DuckString>();
        Span<double> slots = numbers.Next(vector.Count);
        bool number = false, real = false, big = false;
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = NumberStore.Missing;
            if (!vector.IsValid(i)) continue;
            ReadOnlySpan<byte> field = DuckString.Bytes(in fields[i]);
            NumberKind kind = WrittenNumber.Parse(field, out double value);
            // A listed missing value may itself look like a number, such as -999.
            if ((kind == NumberKind.NotANumber || !na.OnlyBlank) && na.Contains(field)) continue;
            if (kind == NumberKind.NotANumber) return false;
            slots[i] = value;
            spellings.Add(field, kind, value);
            pointed.Add(field, kind, value);
            number = true;
            real |= kind == NumberKind.Real;
            big |= kind == NumberKind.BigInteger;
        }
        anyNumber |= number;
        anyReal |= real;
        anyBig |= big;
        return true;
    }
}
