using Gate.Data.Numerics;

namespace Gate.Metrics.Sampling;

/// <summary>Binomial random numbers: inversion where the mean is small, transformed rejection elsewhere.</summary>
internal static class Binomial
{
    private const double SmallMean = 10;

    /// <summary>Draws the number of successes in <paramref name="trials"/> trials.</summary>
    public static long Draw(ref CounterRandom random, long trials, double probability)
    {
        if (trials <= 0 || probability <= 0) return 0;
        if (probability >= 1) return trials;
        if (probability > 0.5) return trials - Draw(ref random, trials, 1 - probability);
        return trials * probability < SmallMean ? Invert(ref random, trials, probability) : Reject(ref random, trials, probability);
    }

    /// <summary>Walks up the probabilities of 0, 1, 2, … until they exceed a uniform number.</summary>
    private static long Invert(ref CounterRandom random, long trials, double p)
    {
        double odds = p / (1 - p), mass = Portable.Exp(trials * Portable.Log(1 - p)), left = random.NextDouble();
        for (long k = 0; k < trials; k++)
        {
            if (left < mass) return k;
            left -= mass;
            mass *= (trials - k) * odds / (k + 1);
            // Rounding can leave a crumb of probability beyond any plausible count; the count at hand is then as good as the next.
            if (mass < 1e-300) return k;
        }
        return trials;
    }

    /// <summary>Algorithm BTRS of Hörmann, The generation of binomial random variates, J. Stat. Comput. Simul. 46 (1993). Exact; needs p ≤
    /// 1/2, np ≥ 10.</summary>
    private static long Reject(ref CounterRandom random, long n, double p)
    {
        double spread = Math.Sqrt(n * p * (1 - p)), b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5, quick = 0.92 - 4.2 / b;
        while (true)
        {
            double v = random.NextOpen(), u = random.NextOpen() - 0.5, edge = 0.5 - Math.Abs(u);
            double k = Math.Floor((2 * a / edge + b) * u + centre);
            if (edge >= 0.07 && v <= quick) return (long)k;
            if (k < 0 || k > n) continue;
            double alpha = (2.83 + 5.1 / b) * spread;
            if (Portable.Log(v * alpha / (a / (edge * edge) + b)) <= LogRatioToMode(n, p, k)) return (long)k;
        }
    }

    /// <summary>The logarithm of P(k) / P(mode).</summary>
    private static double LogRatioToMode(long n, double p, double k)
    {
        double odds = p / (1 - p), mode = Math.Floor((n + 1) * p);
        return (mode + 0.5) * Portable.Log((mode + 1) / (odds * (n - mode + 1)))
             + (n + 1.0) * Portable.Log((n - mode + 1) / (n - k + 1))
             + (k + 0.5) * Portable.Log(odds * (n - k + 1) / (k + 1))
             + Stirling(mode) + Stirling(n - mode) - Stirling(k) - Stirling(n - k);
    }

    /// <summary>log k! minus Stirling's approximation (k + 1/2) log (k + 1) - (k + 1) + log √(2π).</summary>
    private static double Stirling(double k)
    {
        if (k < SmallCorrections.Length) return SmallCorrections[(int)k];
        double x = k + 1, square = x * x;
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / x;
    }

    private static readonly double[] SmallCorrections =
    [
        0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
        0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
    ];
}
