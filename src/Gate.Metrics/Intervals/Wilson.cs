namespace Gate.Metrics.Intervals;

/// <summary>Wilson's score interval of a proportion (E. B. Wilson, JASA 22, 1927). With weights, the number of trials is an effective
/// one.</summary>
internal static class Wilson
{
    public const string Method = "wilson";

    /// <summary>The limits at a critical value.</summary>
    public static (double Low, double High) At(double rate, double trials, double z)
    {
        double z2 = z * z, centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = z / (1 + z2 / trials) * Math.Sqrt(rate * (1 - rate) / trials + z2 / (4 * trials * trials));
        // At rate 0 and 1 one end is the rate itself; rounding must not push it past.
        return (rate <= 0 ? 0 : Math.Min(rate, Math.Max(0, centre - half)), rate >= 1 ? 1 : Math.Max(rate, Math.Min(1, centre + half)));
    }
}
