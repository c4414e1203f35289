namespace Gate.Data.Numerics;

/// <summary>The standard normal law, from <see cref="Portable"/> functions alone.</summary>
public static class NormalLaw
{
    /// <summary>The probability that a standard normal number exceeds <paramref name="x"/>: rational approximations of W. J. Cody, Math.
    /// Comp. 23 (1969), whose relative error is below 1e-15.</summary>
    /// <param name="x">Any number.</param>
    public static double Tail(double x)
    {
        double z = x / Math.Sqrt(2), size = Math.Abs(z);
        if (double.IsNaN(x)) return double.NaN;
        if (size <= 0.46875) return 0.5 - z * Ratio(z * z, ErfNumerator, ErfDenominator) / 2;
        double outer = size > 40 ? 0 : Scaled(size) * Density(x) / 2;
        return z > 0 ? outer : 1 - outer;
    }

    /// <summary>The number that a standard normal one exceeds with probability <paramref name="tail"/>: M. J. Wichura, Algorithm AS 241,
    /// Appl. Stat. 37 (1988), whose relative error is about 1e-16. Infinite at 0 and 1.</summary>
    /// <param name="tail">From 0 to 1; else the result is NaN.</param>
    public static double OfTail(double tail)
    {
        double q = 0.5 - tail;
        if (Math.Abs(q) <= 0.425)
        {
            double r = 0.180625 - q * q;
            return q * Ratio(r, MiddleNumerator, MiddleDenominator);
        }
        double outer = q > 0 ? tail : 1 - tail;
        if (!(outer >= 0)) return double.NaN;
        if (outer == 0) return q > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        double root = Math.Sqrt(-Portable.Log(outer));
        double size = root <= 5 ? Ratio(root - 1.6, NearNumerator, NearDenominator) : Ratio(root - 5, FarNumerator, FarDenominator);
        return q > 0 ? size : -size;
    }

    /// <summary>exp(z²) erfc(z) for z above 0.46875.</summary>
    private static double Scaled(double z)
    {
        if (z <= 4) return Ratio(z, ErfcNumerator, ErfcDenominator);
        double inverse = 1 / (z * z);
        return (1 / Math.Sqrt(Math.PI) - inverse * Ratio(inverse, OuterNumerator, OuterDenominator)) / z;
    }

    /// <summary>exp(-x²/2), with x in two parts so that the square is not rounded.</summary>
    private static double Density(double x)
    {
        double near = Math.Floor(x * 16) / 16, rest = (x - near) * (x + near);
        return Portable.Exp(-near * near / 2) * Portable.Exp(-rest / 2);
    }

    /// <summary>The ratio of two polynomials, coefficients from the constant upwards.</summary>
    private static double Ratio(double x, double[] above, double[] below)
    {
        double numerator = 0, denominator = 0;
        for (int i = above.Length - 1; i >= 0; i--) numerator = numerator * x + above[i];
        for (int i = below.Length - 1; i >= 0; i--) denominator = denominator * x + below[i];
        return numerator / denominator;
    }

    private static readonly double[] ErfNumerator =
        [3.20937758913846947e3, 3.77485237685302021e2, 1.13864154151050156e2, 3.16112374387056560, 1.85777706184603153e-1];

    private static readonly double[] ErfDenominator =
        [2.84423683343917062e3, 1.28261652607737228e3, 2.44024637934444173e2, 2.36012909523441209e1, 1];

    private static readonly double[] ErfcNumerator =
    [
        1.23033935479799725e3, 2.05107837782607147e3, 1.71204761263407058e3, 8.81952221241769090e2, 2.98635138197400131e2,
        6.61191906371416295e1, 8.88314979438837594, 5.64188496988670089e-1, 2.15311535474403846e-8,
    ];

    private static readonly double[] ErfcDenominator =
    [
        1.23033935480374942e3, 3.43936767414372164e3, 4.36261909014324716e3, 3.29079923573345963e3, 1.62138957456669019e3,
        5.37181101862009858e2, 1.17693950891312499e2, 1.57449261107098347e1, 1,
    ];

    private static readonly double[] OuterNumerator =
    [
        6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1, 3.60344899949804439e-1, 3.05326634961232344e-1,
        1.63153871373020978e-2,
    ];

    private static readonly double[] OuterDenominator =
        [2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1, 1.87295284992346725, 2.56852019228982242, 1];

    private static readonly double[] MiddleNumerator =
    [
        3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4, 4.5921953931549871457e4,
        6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ];

    private static readonly double[] MiddleDenominator =
    [
        1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
        2.8729085735721942674e4, 5.2264952788528545610e3,
    ];

    private static readonly double[] NearNumerator =
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258,
        2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ];

    private static readonly double[] NearDenominator =
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
        5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarNumerator =
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1, 2.65321895265761230930e-2,
        1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarDenominator =
    [
        1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
