namespace Gate.Metrics.Intervals;

/// <summary>Wilson's score interval of a proportion (E. B. Wilson, JASA 22, 1927). With weights, the number of trials is Kish's effective
/// sample size.</summary>
internal static class Wilson
{
    public const string Method = "wilson";

    /// <summary>The interval.</summary>
    /// <param name="rate">The observed share.</param>
    /// <param name="trials">The number of trials, or the effective number.</param>
    /// <param name="confidence">The nominal coverage.</param>
    public static Interval Of(double rate, double trials, double confidence)
    {
        (double low, double high) = At(rate, trials, Limits.Critical(confidence));
        return new Interval(low, high, confidence, Method);
    }

    /// <summary>The limits at a critical value.</summary>
    public static (double Low, double High) At(double rate, double trials, double z)
    {
        double z2 = z * z, centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = z / (1 + z2 / trials) * Math.Sqrt(rate * (1 - rate) / trials + z2 / (4 * trials * trials));
        // At rate 0 and 1 one end is the rate itself; rounding must not push it past.
        return (rate <= 0 ? 0 : Math.Min(rate, Math.Max(0, centre - half)), rate >= 1 ? 1 : Math.Max(rate, Math.Min(1, centre + half)));
    }

    /// <summary>Kish's effective sample size: the square of the sum of weights over the sum of their squares.</summary>
    public static double EffectiveSize(double sum, double sumOfSquares) => sum * sum / sumOfSquares;
}

/// <summary>Wilson's limits of a share.</summary>
internal sealed class WilsonLimits(double rate, double trials) : Limits
{
    public override double Value => rate;

    public override string Method => Wilson.Method;

    /// <summary>The rate with its trials.</summary>
    public ScoreRatio.Rate Rate => new(rate, trials);

    protected override (double Low, double High)? Compute(double critical) => Wilson.At(rate, trials, critical);
}
