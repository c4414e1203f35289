using MathNet.Numerics.Distributions;

namespace Gate.Metrics.Intervals;

/// <summary>Wilson's score interval of a proportion (E. B. Wilson, JASA 22, 1927). With weights, the number of trials is Kish's effective sample size.</summary>
internal static class Wilson
{
    public const string Method = "wilson";

    /// <summary>The interval.</summary>
    /// <param name="rate">The observed share.</param>
    /// <param name="trials">The number of trials, or the effective number.</param>
    /// <param name="confidence">The nominal coverage.</param>
    public static Interval Of(double rate, double trials, double confidence)
    {
        double z = Normal.InvCDF(0, 1, 0.5 + confidence / 2), z2 = z * z;
        double centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = z / (1 + z2 / trials) * Math.Sqrt(rate * (1 - rate) / trials + z2 / (4 * trials * trials));
        // At rate 0 and 1 one end is the rate itself; rounding must not push it past.
        return new Interval(Math.Min(rate, Math.Max(0, centre - half)), Math.Max(rate, Math.Min(1, centre + half)), confidence, Method);
    }

    /// <summary>Kish's effective sample size: the square of the sum of weights over the sum of their squares.</summary>
    public static double EffectiveSize(double sum, double sumOfSquares) => sum * sum / sumOfSquares;
}
