namespace Gate.Metrics.Intervals;

/// <summary>
/// Score limits of the ratio of two independent rates (O. Miettinen and M. Nurminen, Stat. Med. 4, 1985, p. 213): the ratios that a score
/// test does not reject, with the rates as likely as they can be under each. Without hits on one side the one end is 0, or infinite, and
/// the other still is a number.
/// </summary>
internal static class ScoreRatio
{
    public const string Method = "miettinen_nurminen";
    private const int Halvings = 60;

    /// <summary>A rate with its trials, or their effective number.</summary>
    internal readonly record struct Rate(double Value, double Trials);

    /// <summary>The limits of a / b.</summary>
    /// <param name="a">A rate.</param>
    /// <param name="b">Another, of other rows.</param>
    /// <param name="critical">The critical value.</param>
    public static (double Low, double High) Limits(Rate a, Rate b, double critical)
    {
        if (a.Value == 0 && b.Value == 0) return (0, double.PositiveInfinity);
        if (critical <= 0) return (a.Value / b.Value, a.Value / b.Value);
        return (Lower(a.Value, a.Trials, b.Value, b.Trials, critical), 1 / Lower(b.Value, b.Trials, a.Value, a.Trials, critical));
    }

    /// <summary>The smallest ratio that is not rejected; searched as r / (1 + r), which is finite where the ratio is not.</summary>
    private static double Lower(double a, double m, double b, double n, double critical)
    {
        if (a == 0) return 0;
        double rejected = 0, kept = a / (a + b);
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (rejected + kept) / 2;
            if (Score(middle / (1 - middle), a, m, b, n) > critical) rejected = middle;
            else kept = middle;
        }
        return kept / (1 - kept);
    }

    /// <summary>The score of a ratio, which falls as the ratio grows: the distance of the shares over its standard error under the
    /// likeliest rates with that ratio.</summary>
    private static double Score(double ratio, double a, double m, double b, double n)
    {
        double all = m + n, hits = a * m + b * n;
        // The likelier rate of the second side is the smaller root of all·ratio·q² − linear·q + hits, here without cancellation.
        double linear = ratio * (m + b * n) + a * m + n;
        double q = 2 * hits / (linear + Math.Sqrt(Math.Max(0, linear * linear - 4 * all * ratio * hits))), p = Math.Min(1, ratio * q);
        double variance = (p * (1 - p) / m + ratio * ratio * q * (1 - q) / n) * all / (all - 1), distance = a - ratio * b;
        return distance <= 0 ? 0 : variance <= 0 ? double.PositiveInfinity : distance / Math.Sqrt(variance);
    }
}
