using Gate.Data.Parsing;

namespace Gate.Data.Building;

/// <summary>What the fields of a csv column turned out to be.</summary>
internal enum FieldKind
{
    Integer,
    Real,
    Boolean,
    Date,
    Time,
    Timestamp,
    Text,
}

/// <summary>A finished column of csv fields.</summary>
/// <param name="Column">The column.</param>
/// <param name="Kind">What its fields are.</param>
/// <param name="Stray">Set when nearly all fields are numbers: the first row whose field is none, and that field.</param>
internal sealed record Field(Column Column, FieldKind Kind, StrayText? Stray = null)
{
    /// <summary>From this share of numbers on, a text among them is taken for a mistake.</summary>
    private const double NumericShare = 0.9;

    internal static Field AllMissing(string name, int rows)
    {
        var codes = new int[rows];
        codes.AsSpan().Fill(-1);
        return new Field(new CategoryColumn(name, codes, []), FieldKind.Text);
    }

    /// <summary>A block of a column whose kind is known, and no number.</summary>
    internal static Column OfKind(FieldKind kind, string name, int[] codes, TextDictionary dictionary, NaTexts na)
    {
        if (kind == FieldKind.Text)
            return TextColumnBuilder.Sorted(name, codes, [.. Enumerable.Range(0, dictionary.Count)
                .Select(code => na.Contains(dictionary.Bytes(code)) ? null : dictionary.Text(code))]);
        if (FromTexts(name, codes, dictionary, na).Column is NumericColumn column) return column;
        var missing = new double[codes.Length];
        Array.Fill(missing, NumberStore.Missing);
        return NumberStore.Finish(name, kind switch
        {
            FieldKind.Boolean => ColumnType.Boolean,
            FieldKind.Date => ColumnType.Date,
            _ => ColumnType.Timestamp,
        }, missing);
    }

    /// <summary>Finds what the texts are: booleans, dates, times, numbers after all, or texts.</summary>
    internal static Field FromTexts(string name, int[] codes, TextDictionary dictionary, NaTexts na)
    {
        var texts = new string?[dictionary.Count];
        var numbers = new double[texts.Length];
        var kinds = new NumberKind[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<byte> bytes = dictionary.Bytes(i);
            if (na.Contains(bytes)) continue;
            texts[i] = dictionary.Text(i);
            kinds[i] = WrittenNumber.Parse(bytes, out numbers[i]);
        }
        string[] present = [.. texts.Where(text => text is not null).Select(text => text!)];
        if (present.Length == 0) return AllMissing(name, codes.Length);
        if (TryTimes(name, codes, texts, present) is { } times) return times;
        if (present.All(IsBoolean))
        {
            Field flags = Numbers(name, codes, texts, FieldKind.Boolean, ColumnType.Boolean, text => text.Length == 4 ? 1 : 0);
            flags.Column.Merged = Merged(codes, texts);
            return flags;
        }
        StrayText? stray = FindStray(codes, texts, kinds);
        return new Field(TextColumnBuilder.Sorted(name, codes, texts), FieldKind.Text, stray);
    }

    private static bool IsBoolean(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The booleans that are written in several ways.</summary>
    private static MergedValue[] Merged(int[] codes, string?[] texts)
    {
        var rows = new long[texts.Length];
        foreach (int code in codes) if (code >= 0) rows[code]++;
        return [.. Enumerable.Range(0, texts.Length).Where(code => texts[code] is not null && rows[code] > 0)
            .GroupBy(code => texts[code]!.Length).OrderBy(ways => ways.Key).Where(ways => ways.Count() > 1)
            .Select(ways => new MergedValue([.. ways.OrderBy(code => texts[code], StringComparer.Ordinal)
                .Select(code => KeyValuePair.Create(texts[code]!, rows[code]))]))];
    }

    private static Field? TryTimes(string name, int[] codes, string?[] texts, string[] present)
    {
        IsoKind kind = IsoTime.Parse(present[0], out _);
        if (kind == IsoKind.None || !present.All(text => IsoTime.Parse(text, out _) == kind)) return null;
        (FieldKind field, ColumnType type) = kind switch
        {
            IsoKind.Date => (FieldKind.Date, ColumnType.Date),
            IsoKind.Time => (FieldKind.Time, ColumnType.Timestamp),
            _ => (FieldKind.Timestamp, ColumnType.Timestamp),
        };
        return Numbers(name, codes, texts, field, type, text =>
        {
            IsoTime.Parse(text, out double value);
            return value;
        });
    }

    private static Field Numbers(string name, int[] codes, string?[] texts, FieldKind kind, ColumnType type, Func<string, double> value)
    {
        double[] values = Array.ConvertAll(texts, text => text is null ? NumberStore.Missing : value(text));
        return new Field(NumberStore.Finish(name, type, Array.ConvertAll(codes, code => code < 0 ? NumberStore.Missing : values[code])),
            kind);
    }

    private static StrayText? FindStray(int[] codes, string?[] texts, NumberKind[] kinds)
    {
        if (!kinds.Any(kind => kind != NumberKind.NotANumber)) return null;
        long present = 0, numeric = 0;
        int first = -1;
        for (int row = 0; row < codes.Length; row++)
        {
            int code = codes[row];
            if (code < 0 || texts[code] is null) continue;
            present++;
            if (kinds[code] != NumberKind.NotANumber) numeric++;
            else if (first < 0) first = row;
        }
        return first < 0 || numeric < present * NumericShare ? null : new StrayText(first, texts[codes[first]]!, numeric, present);
    }
}

/// <summary>A text in a column of numbers.</summary>
/// <param name="Row">The first row that has one, from 0.</param>
/// <param name="Text">The text.</param>
/// <param name="Numeric">Rows that hold numbers.</param>
/// <param name="Present">Rows that hold anything.</param>
internal sealed record StrayText(int Row, string Text, long Numeric, long Present);
