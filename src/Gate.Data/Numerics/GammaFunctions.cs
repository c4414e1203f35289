namespace Gate.Data.Numerics;

/// <summary>The incomplete gamma and beta functions, from <see cref="Portable"/> functions alone: tails of the chi-squared and of the
/// binomial law.</summary>
public static class GammaFunctions
{
    private const double Precision = 3e-16;
    private const double Least = 1e-300;
    private const int MostSteps = 100_000;

    /// <summary>ln Γ(x) by Stirling's series (Abramowitz and Stegun 6.1.41), from 10 upwards, where nothing of it is missing in a
    /// double.</summary>
    /// <param name="x">Positive.</param>
    public static double LogGamma(double x)
    {
        double shift = 1, at = x;
        for (; at < 10; at++) shift *= at;
        double inverse = 1 / at, square = inverse * inverse;
        double series = inverse * (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square * (1 / 1188.0
            - square * (691 / 360360.0 - square * (1 / 156.0 - square * 3617 / 122400.0)))))));
        return (at - 0.5) * Portable.Log(at) - at + 0.5 * Portable.Log(2 * Math.PI) + series - (shift == 1 ? 0 : Portable.Log(shift));
    }

    /// <summary>Q(a, x) = Γ(a, x) / Γ(a), by its series below a + 1 and by its continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31)
    /// above.</summary>
    /// <param name="a">Positive.</param>
    /// <param name="x">Not negative.</param>
    public static double UpperRegularized(double a, double x)
    {
        if (x <= 0) return 1;
        double factor = Portable.Exp(a * Portable.Log(x) - x - LogGamma(a));
        if (x >= a + 1) return factor * Fraction(UpperTerm, x + 1 - a);
        double term = 1 / a, sum = term;
        for (int i = 1; i < MostSteps && term > sum * Precision; i++) sum += term *= x / (a + i);
        return 1 - factor * sum;

        (double Above, double Below) UpperTerm(int i) => (-i * (i - a), x + 2 * i + 1 - a);
    }

    /// <summary>I_x(a, b), the probability that a beta number is at most x, by its continued fraction (Abramowitz and Stegun
    /// 26.5.8).</summary>
    /// <param name="a">Positive.</param>
    /// <param name="b">Positive.</param>
    /// <param name="x">From 0 to 1.</param>
    public static double BetaRegularized(double a, double b, double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        // The fraction is quick on the side of the mean.
        if (x > (a + 1) / (a + b + 2)) return 1 - BetaRegularized(b, a, 1 - x);
        double factor = Portable.Exp(a * Portable.Log(x) + b * Portable.Log(1 - x) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));
        return factor * Fraction(BetaTerm, 1) / a;

        (double Above, double Below) BetaTerm(int i)
        {
            int m = i / 2;
            double above = i % 2 == 0
                ? m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) / ((a + 2 * m) * (a + 2 * m + 1));
            return (above * x, 1);
        }
    }

    /// <summary>1 / (first + above₁ / (below₁ + above₂ / (below₂ + …))), by the method of W. J. Lentz (Appl. Opt. 15, 1976).</summary>
    private static double Fraction(Func<int, (double Above, double Below)> term, double first)
    {
        double c = 1 / Least, d = 1 / (first == 0 ? Least : first), product = d;
        for (int i = 1; i < MostSteps; i++)
        {
            (double above, double below) = term(i);
            d = above * d + below;
            d = 1 / (d == 0 ? Least : d);
            c = below + above / c;
            if (c == 0) c = Least;
            product *= c * d;
            if (Math.Abs(c * d - 1) < Precision) break;
        }
        return product;
    }
}
