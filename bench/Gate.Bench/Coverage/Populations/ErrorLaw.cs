using Gate.Data.Numerics;

namespace Gate.Bench.Coverage.Populations;

/// <summary>The law of a regression's errors, by its quantiles.</summary>
internal enum ErrorLaw
{
    /// <summary>Normal, standard deviation 1.</summary>
    Normal,

    /// <summary>Log-normal, sd 1 of the logarithm, less its mean.</summary>
    LogNormal,

    /// <summary>Student's t with three degrees of freedom.</summary>
    StudentThree,
}

/// <summary>Quantiles of errors at places that lie close in the tails, down to one row in ten millions.</summary>
internal static class ErrorQuantiles
{
    private const int Central = 1000;
    private const double TailFrom = 1e-3, TailTo = 1e-7, TailStep = 1.25;

    /// <summary>Quantiles and the probability of each; the middle of its share.</summary>
    public static IReadOnlyList<(double Error, double Probability)> Of(ErrorLaw law)
    {
        var tail = new List<double>();
        for (double edge = TailFrom; edge > TailTo; edge /= TailStep) tail.Add(edge);
        tail.Add(0);
        var shares = new List<(double Middle, double Probability, bool Upper)>();
        for (int i = 0; i + 1 < tail.Count; i++)
        {
            // The middle of the logarithms; of the last share the half.
            double middle = tail[i + 1] > 0 ? Math.Sqrt(tail[i] * tail[i + 1]) : tail[i] / 2;
            shares.Add((middle, tail[i] - tail[i + 1], true));
            shares.Add((middle, tail[i] - tail[i + 1], false));
        }
        double width = (1 - 2 * TailFrom) / Central;
        for (int i = 0; i < Central / 2; i++)
        {
            shares.Add((TailFrom + (i + 0.5) * width, width, true));
            shares.Add((TailFrom + (i + 0.5) * width, width, false));
        }
        return [.. shares.Select(share => (Quantile(law, share.Middle, share.Upper), share.Probability))];
    }

    /// <summary>The number that a share <paramref name="tail"/> lies beyond, at the upper or the lower end.</summary>
    private static double Quantile(ErrorLaw law, double tail, bool upper)
    {
        double sign = upper ? 1 : -1;
        return law switch
        {
            ErrorLaw.Normal => sign * NormalLaw.OfTail(tail),
            ErrorLaw.LogNormal => Portable.Exp(sign * NormalLaw.OfTail(tail)) - Portable.Exp(0.5),
            _ => sign * StudentThree(tail),
        };
    }

    /// <summary>Bisection of the tail of t with three degrees of freedom: half the regularised incomplete beta function of 3 / (3 + t²).
    /// </summary>
    private static double StudentThree(double tail)
    {
        double low = 0, high = 1e4;
        for (int step = 0; step < 200; step++)
        {
            double t = (low + high) / 2;
            if (GammaFunctions.BetaRegularized(1.5, 0.5, 3 / (3 + t * t)) / 2 > tail) low = t;
            else high = t;
        }
        return (low + high) / 2;
    }
}
