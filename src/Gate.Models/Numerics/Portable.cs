namespace Gate.Models.Numerics;

/// <summary>
/// The exponential and the logarithm from the four basic operations alone. The framework's own call the C library of the machine, whose
/// last bit differs between platforms; a model's digest must not. Within 2 units in the last place.
/// </summary>
internal static class Portable
{
    private const double Ln2High = 0.693147180369123816490; // ln 2 to 33 bits: its products with an exponent are exact
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power of <paramref name="x"/>; below -708 it is 0 (a probability of e^-708 is no evidence of anything).</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        if (x > 709.7) return double.PositiveInfinity;
        if (x < -708) return 0;
        double k = Math.Round(x / (Ln2High + Ln2Low));
        double r = (x - k * Ln2High) - k * Ln2Low;
        // Taylor to the 13th order on |r| <= ln 2 / 2, where the rest is below 5e-18.
        double sum = 1 / 6227020800.0;
        for (int i = 12; i >= 0; i--) sum = sum * r + InverseFactorials[i];
        // In two factors, because 2^1024 alone does not exist.
        int half = (int)k / 2;
        return sum * PowerOfTwo(half) * PowerOfTwo((int)k - half);
    }

    /// <summary>The natural logarithm of a positive, normal number; minus infinity for 0.</summary>
    public static double Log(double x)
    {
        if (x == 0) return double.NegativeInfinity;
        if (double.IsNaN(x) || x < 0) return double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        if (!double.IsNormal(x)) return Log(x * PowerOfTwo(54)) - 54 * (Ln2High + Ln2Low);
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > Math.Sqrt(2)) (mantissa, exponent) = (mantissa / 2, exponent + 1);
        // ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| <= 0.172: eleven terms leave less than 1e-18.
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int n = 21; n >= 3; n -= 2) sum = (sum + 1.0 / n) * square;
        return exponent * Ln2High + (2 * s + (2 * s * sum + exponent * Ln2Low));
    }

    /// <summary>The logarithm to base 2, exact for powers of two.</summary>
    public static double Log2(double x)
    {
        if (x > 0 && double.IsNormal(x) && (BitConverter.DoubleToInt64Bits(x) & 0xFFFFFFFFFFFFF) == 0)
            return ((BitConverter.DoubleToInt64Bits(x) >> 52) & 0x7FF) - 1023;
        return Log(x) / (Ln2High + Ln2Low);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static readonly double[] InverseFactorials = Inverses();

    private static double[] Inverses()
    {
        var inverses = new double[13];
        double factorial = 1;
        for (int i = 0; i < inverses.Length; i++)
        {
            if (i > 0) factorial *= i;
            inverses[i] = 1 / factorial;
        }
        return inverses;
    }
}
