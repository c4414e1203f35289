using System.Globalization;

namespace Gate.Data.Numerics;

/// <summary>
/// Exponential, logarithm and power from the four basic operations, square roots and fused multiplication alone, all of which IEEE 754
/// rounds in one way. The framework's own call the C library of the machine, whose last bit differs between platforms; a result must not.
/// Within 2 units in the last place.
/// </summary>
public static class Portable
{
    private const double Ln2High = 0.693147180369123816490; // ln 2 to 33 bits: its products with an exponent are exact
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Sqrt2 = 1.4142135623730951;
    private const double TwoThirds = 2.0 / 3, TwoThirdsLow = 3.700743415417188e-17;

    /// <summary>e to the power of <paramref name="x"/>; below -708 it is 0 (a probability of e^-708 is no evidence of anything).</summary>
    /// <param name="x">Any number.</param>
    public static double Exp(double x) => Exp(x, 0);

    /// <summary>The natural logarithm; minus infinity for 0, NaN below.</summary>
    /// <param name="x">A number.</param>
    public static double Log(double x)
    {
        if (!(x > 0) || !double.IsFinite(x)) return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        if (!double.IsNormal(x)) return Log(x * PowerOfTwo(54)) - 54 * (Ln2High + Ln2Low);
        (double mantissa, int exponent) = Split(x);
        // ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.172: eleven terms leave less than 1e-18.
        double s = (mantissa - 1) / (mantissa + 1), square = s * s;
        double sum = 1.0 / 21 * square;
        sum = (sum + 1.0 / 19) * square;
        sum = (sum + 1.0 / 17) * square;
        sum = (sum + 1.0 / 15) * square;
        sum = (sum + 1.0 / 13) * square;
        sum = (sum + 1.0 / 11) * square;
        sum = (sum + 1.0 / 9) * square;
        sum = (sum + 1.0 / 7) * square;
        sum = (sum + 1.0 / 5) * square;
        sum = (sum + 1.0 / 3) * square;
        return exponent * Ln2High + (2 * s + (2 * s * sum + exponent * Ln2Low));
    }

    /// <summary>The logarithm to base 2, exact for powers of two.</summary>
    /// <param name="x">A number.</param>
    public static double Log2(double x)
    {
        if (x > 0 && double.IsNormal(x) && (BitConverter.DoubleToInt64Bits(x) & 0xFFFFFFFFFFFFF) == 0)
            return ((BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7FF) - 1023;
        return Log(x) / (Ln2High + Ln2Low);
    }

    /// <summary>A power of a number that is not negative; exact for exponents 0, 1 and 2, rounded once for 1/2. NaN below 0.</summary>
    /// <param name="x">The base.</param>
    /// <param name="y">The exponent.</param>
    public static double Pow(double x, double y)
    {
        if (y == 0) return 1;
        if (x < 0 || double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        if (y == 1 || x == 1) return x;
        if (y == 2) return x * x;
        if (y == 0.5) return Math.Sqrt(x);
        if (x == 0 || double.IsInfinity(x)) return (x == 0) == (y > 0) ? 0 : double.PositiveInfinity;
        // The error of the logarithm is multiplied by up to 709, so it is needed to more bits than a double has.
        (double high, double low) = LongLog(x);
        double product = y * high;
        return Exp(product, double.IsFinite(product) ? Math.FusedMultiplyAdd(y, high, -product) + y * low : 0);
    }

    /// <summary>The largest whole number n for which 10^n is not above the size of a number: floor(log10 |x|), without rounding.</summary>
    /// <param name="x">A finite number other than 0.</param>
    public static int Exponent10(double x)
    {
        // Seventeen digits tell every double from a power of ten next to it.
        string digits = x.ToString("E16", CultureInfo.InvariantCulture);
        return int.Parse(digits.AsSpan(digits.IndexOf('E') + 1), CultureInfo.InvariantCulture);
    }

    /// <summary>e to the power of x + rest.</summary>
    private static double Exp(double x, double rest)
    {
        if (double.IsNaN(x)) return double.NaN;
        if (x > 709.7) return double.PositiveInfinity;
        if (x < -708) return 0;
        double k = Math.Round(x / (Ln2High + Ln2Low));
        double r = (x - k * Ln2High) - k * Ln2Low + rest;
        // Taylor to the 13th order on |r| <= ln 2 / 2, where the rest is below 5e-18.
        double sum = 1 / 6227020800.0;
        sum = sum * r + 1 / 479001600.0;
        sum = sum * r + 1 / 39916800.0;
        sum = sum * r + 1 / 3628800.0;
        sum = sum * r + 1 / 362880.0;
        sum = sum * r + 1 / 40320.0;
        sum = sum * r + 1 / 5040.0;
        sum = sum * r + 1 / 720.0;
        sum = sum * r + 1 / 120.0;
        sum = sum * r + 1 / 24.0;
        sum = sum * r + 1 / 6.0;
        sum = sum * r + 1 / 2.0;
        sum = sum * r + 1;
        sum = sum * r + 1;
        // In two factors, because 2^1024 alone does not exist.
        int half = (int)k / 2;
        return sum * PowerOfTwo(half) * PowerOfTwo((int)k - half);
    }

    /// <summary>The logarithm of a positive, finite number as the sum of two, to some 64 bits.</summary>
    private static (double High, double Low) LongLog(double x)
    {
        bool tiny = !double.IsNormal(x);
        (double mantissa, int exponent) = Split(tiny ? x * PowerOfTwo(54) : x);
        if (tiny) exponent -= 54;
        double above = mantissa - 1, below = mantissa + 1, belowLow = mantissa - (below - 1), s = above / below;
        double sLow = (Math.FusedMultiplyAdd(-s, below, above) - s * belowLow) / below;
        double square = s * s, squareLow = Math.FusedMultiplyAdd(s, s, -square) + 2 * s * sLow;
        double cube = square * s, cubeLow = Math.FusedMultiplyAdd(square, s, -cube) + square * sLow + squareLow * s;
        double sum = 0;
        for (int n = 21; n >= 5; n -= 2) sum = (sum + 2.0 / n) * square;
        double third = cube * TwoThirds, thirdLow = Math.FusedMultiplyAdd(cube, TwoThirds, -third) + cubeLow * TwoThirds
            + cube * TwoThirdsLow + cube * sum;
        (double high, double low) = Add(exponent * Ln2High, 2 * s);
        (high, double next) = Add(high, third);
        return Add(high, low + next + thirdLow + 2 * sLow + exponent * Ln2Low);
    }

    /// <summary>A sum and what rounding took from it.</summary>
    private static (double Sum, double Lost) Add(double a, double b)
    {
        double sum = a + b, of = sum - a;
        return (sum, (a - (sum - of)) + (b - of));
    }

    /// <summary>A normal number as mantissa × 2^exponent, the mantissa between √½ and √2.</summary>
    private static (double Mantissa, int Exponent) Split(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        return mantissa > Sqrt2 ? (mantissa / 2, exponent + 1) : (mantissa, exponent);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
