using Gate.Metrics.Intervals;

namespace Gate.Metrics.Power;

/// <summary>
/// What a test set can decide about the difference or the ratio of two groups' rates, by the intervals that they are judged by
/// (<see cref="DifferenceLimits"/>, <see cref="RatioLimits"/>).
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
    public static PowerPlan Difference(double bound, double best, double rate, double high, double low, double confidence,
        double probability)
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

    /// <summary>The interval of the difference high − low.</summary>
    internal static (double Low, double High) DifferenceEnds(double highRate, double lowRate, double high, double low, double z) =>
        new DifferenceLimits(new ShareLimits(highRate, high), new ShareLimits(lowRate, low)).At(z)!.Value;

    /// <summary>The interval of the ratio low / high.</summary>
    internal static (double Low, double High) RatioEnds(double highRate, double lowRate, double high, double low, double z) =>
        new RatioLimits(new ShareLimits(lowRate, low), new ShareLimits(highRate, high)).At(z) ?? (0, double.PositiveInfinity);

    /// <summary>The last value from <paramref name="inside"/> towards <paramref name="outside"/> at which something holds, which does at
    /// the first.</summary>
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
