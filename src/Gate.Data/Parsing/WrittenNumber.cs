using System.Globalization;
using System.Numerics;

namespace Gate.Data.Parsing;

/// <summary>What a field holds, seen as a number.</summary>
internal enum NumberKind
{
    NotANumber,
    Integer,

    /// <summary>A whole number above 2^53 in magnitude: a double may not hold it exactly.</summary>
    BigInteger,
    Real,
}

/// <summary>Reads numbers as csv files spell them: an optional sign, digits with an optional point and exponent, or nan, inf, infinity;
/// spaces around are ignored.</summary>
internal static class WrittenNumber
{
    internal const long MaxExact = 1L << 53;

    // Powers of ten that doubles hold exactly: a mantissa up to 2^53 times or over one of them rounds once, hence correctly.
    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    internal static NumberKind Parse(ReadOnlySpan<byte> text, out double value)
    {
        text = Trim(text);
        value = 0;
        if (text.IsEmpty) return NumberKind.NotANumber;
        int i = text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        int start = i;
        ulong mantissa = 0;
        while (i < text.Length && (uint)(text[i] - '0') <= 9 && i - start < 18) mantissa = mantissa * 10 + (ulong)(text[i++] - '0');
        if (i == text.Length && i > start && mantissa <= (ulong)MaxExact)
        {
            value = text[0] == '-' ? -(double)mantissa : mantissa;
            return NumberKind.Integer;
        }
        return ParseReal(text, start, i, mantissa, out value);
    }

    private static NumberKind ParseReal(ReadOnlySpan<byte> text, int start, int at, ulong mantissa, out double value)
    {
        value = 0;
        int i = at, digits = at - start;
        while (i < text.Length && (uint)(text[i] - '0') <= 9) { i++; digits++; }
        bool whole = i == text.Length && digits > 0, fits = i == at;
        if (whole) return ParseSlowly(text, out value) ? NumberKind.BigInteger : NumberKind.NotANumber;
        int exponent = 0;
        if (i < text.Length && text[i] == '.')
        {
            int point = ++i;
            for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++, digits++)
                if (fits &= digits < 19) mantissa = mantissa * 10 + (ulong)(text[i] - '0');
            exponent = point - i;
        }
        if (digits == 0) return ParseWord(text, start, out value) ? NumberKind.Real : NumberKind.NotANumber;
        if (i == text.Length && fits && mantissa <= (ulong)MaxExact && exponent >= -22)
        {
            value = mantissa / Powers[-exponent];
            if (text[0] == '-') value = -value;
            return NumberKind.Real;
        }
        return (i == text.Length || IsExponent(text[i..])) && ParseSlowly(text, out value) ? NumberKind.Real : NumberKind.NotANumber;
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        int i = text.Length > 1 && text[1] is (byte)'-' or (byte)'+' ? 2 : 1;
        return text[0] is (byte)'e' or (byte)'E' && i < text.Length && text[i..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private static bool ParseSlowly(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out value);

    private static bool ParseWord(ReadOnlySpan<byte> text, int start, out double value)
    {
        ReadOnlySpan<byte> word = text[start..];
        value = System.Text.Ascii.EqualsIgnoreCase(word, "nan"u8) ? double.NaN
            : System.Text.Ascii.EqualsIgnoreCase(word, "inf"u8) || System.Text.Ascii.EqualsIgnoreCase(word, "infinity"u8)
            ? double.PositiveInfinity
            : 0;
        if (text[0] == '-') value = -value;
        return value != 0;
    }

    /// <summary>The same without the spaces and tabs around it.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] > ' ' && text[^1] > ' ')) return text;
        return text.Trim(" \t\r\n"u8);
    }

    /// <summary>Whether doubles hold <paramref name="value"/> exactly, as all whole numbers up to 2^53 in magnitude.</summary>
    internal static bool IsExact<T>(T value) where T : IBinaryInteger<T> =>
        T.IsNegative(value) ? value >= T.CreateSaturating(-MaxExact) : value <= T.CreateSaturating(MaxExact);
}
