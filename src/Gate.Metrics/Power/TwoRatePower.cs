namespace Gate.Metrics.Power;

/// <summary>
/// What a test set can decide about the difference or the ratio of two groups' rates, by hybrid score intervals from both groups' Wilson intervals
/// (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10; for ratios A. Donner and G. Y. Zou, Statistical Methods in Medical Research 21, 2012).
/// The interval is taken at the true rates; that a decision is also found with the wanted probability widens it.
/// </summary>
public static class TwoRatePower
{
    private const int Steps = 60;

    /// <summary>Plans the largest acceptable difference.</summary>
    /// <param name="bound">The largest acceptable difference, from 0 on.</param>
    /// <param name="best">The rate of both groups in the best case.</param>
    /// <param name="rate">The higher group's rate that is assumed otherwise.</param>
    /// <param name="high">The trials of the group with the higher rate.</param>
    /// <param name="low">The trials of the other.</param>
    /// <param name="confidence">The coverage of the interval.</param>
    /// <param name="probability">With what probability a decision is wanted.</param>
    public static PowerPlan Difference(double bound, double best, double rate, double high, double low, double confidence, double probability)
    {
        (double z, double decision) = (NormalScore.OfConfidence(confidence), NormalScore.OfDecision(confidence, probability));
        bool Passes(double gap, double level, double score) => DifferenceEnds(level, level - gap, high, low, score).High <= bound;
        bool Fails(double gap) => DifferenceEnds(rate, rate - gap, high, low, decision).Low > bound;
        return new(
            Passes(0, best, z),
            Passes(0, rate, decision) ? Edge(0, Math.Min(bound, rate), gap => Passes(gap, rate, decision)) : null,
            bound <= rate && Fails(rate) ? Edge(rate, bound, Fails) : null);
    }

    /// <summary>Plans the smallest acceptable ratio of the lower to the higher rate.</summary>
    /// <param name="bound">The smallest acceptable ratio, from 0 to 1.</param>
    /// <param name="best">The rate of both groups in the best case; above 0.</param>
    /// <param name="rate">The higher group's rate that is assumed otherwise; above 0.</param>
    /// <param name="high">The trials of the group with the higher rate.</param>
    /// <param name="low">The trials of the other.</param>
    /// <param name="confidence">The coverage of the interval.</param>
    /// <param name="probability">With what probability a decision is wanted.</param>
    public static PowerPlan Ratio(double bound, double best, double rate, double high, double low, double confidence, double probability)
    {
        (double z, double decision) = (NormalScore.OfConfidence(confidence), NormalScore.OfDecision(confidence, probability));
        bool Passes(double ratio, double level, double score) => RatioEnds(level, level * ratio, high, low, score).Low >= bound;
        bool Fails(double ratio) => RatioEnds(rate, rate * ratio, high, low, decision).High < bound;
        return new(
            Passes(1, best, z),
            Passes(1, rate, decision) ? Edge(1, bound, ratio => Passes(ratio, rate, decision)) : null,
            Fails(0) ? Edge(0, bound, Fails) : null);
    }

    /// <summary>Newcombe's interval of the difference high − low.</summary>
    internal static (double Low, double High) DifferenceEnds(double highRate, double lowRate, double high, double low, double z)
    {
        ((double l1, double u1), (double l2, double u2)) = (Wilson(highRate, high, z), Wilson(lowRate, low, z));
        double difference = highRate - lowRate;
        return (difference - Root(highRate - l1, u2 - lowRate), difference + Root(u1 - highRate, lowRate - l2));
    }

    /// <summary>Donner and Zou's interval of the ratio low / high.</summary>
    internal static (double Low, double High) RatioEnds(double highRate, double lowRate, double high, double low, double z)
    {
        ((double l1, double u1), (double l2, double u2)) = (Wilson(highRate, high, z), Wilson(lowRate, low, z));
        double product = highRate * lowRate;
        double Ends(double below, double above, int sign) =>
            (product + (sign * Math.Sqrt(Math.Max(0, (product * product) - (below * above * ((2 * lowRate) - below) * ((2 * highRate) - above)))))) / (above * ((2 * highRate) - above));
        double upper = l1 * ((2 * highRate) - l1) <= 0 ? double.PositiveInfinity : Ends(u2, l1, 1);
        // Where the upper end of the higher rate reaches twice the rate, no lower limit but 0 is left.
        double lower = (2 * highRate) - u1 <= 0 ? 0 : Ends(l2, u1, -1);
        return (Math.Max(0, lower), upper);
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static (double Low, double High) Wilson(double rate, double trials, double z)
    {
        double z2 = z * z, centre = (rate + (z2 / (2 * trials))) / (1 + (z2 / trials));
        double half = z / (1 + (z2 / trials)) * Math.Sqrt((rate * (1 - rate) / trials) + (z2 / (4 * trials * trials)));
        return (Math.Min(rate, Math.Max(0, centre - half)), Math.Max(rate, Math.Min(1, centre + half)));
    }

    /// <summary>The last value from <paramref name="inside"/> towards <paramref name="outside"/> at which something holds, which does at the first.</summary>
    internal static double Edge(double inside, double outside, Func<double, bool> holds)
    {
        if (holds(outside)) return outside;
        for (int i = 0; i < Steps; i++)
        {
            double middle = (inside + outside) / 2;
            if (holds(middle)) inside = middle;
            else outside = middle;
        }
        return inside;
    }
}
