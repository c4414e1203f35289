using Gate.Data.Numerics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Joint;

/// <summary>Intervals of joint metrics from replicates of counts.</summary>
internal static class JointInterval
{
    public const string DistanceMethod = "cell_bootstrap_reflected";

    // Beyond this many standard errors (squared) from 0, the noncentral law is a normal one for this purpose.
    private const double FarFromZero = 400;

    /// <summary>
    /// The interval of a number that is never negative and that noise alone lifts above 0. The replicates lie above the estimate as it lies
    /// above the truth, so the lower end is the upper percentile reflected at the estimate, not below 0; the upper end is the percentile.
    /// Divergences and entropies are reflected as square roots, on which scale noise is as wide near 0 as elsewhere.
    /// </summary>
    public static Interval? Distance(double[] replicates, double estimate, double confidence, JointScale scale)
    {
        bool root = scale == JointScale.SquareRoot;
        double at = root ? Math.Sqrt(estimate) : estimate;
        double[] drawn = root ? Array.ConvertAll(replicates, Math.Sqrt) : replicates;
        if (ReplicateLimits.Of(drawn, at, MeanShape.Unknown, double.PositiveInfinity, (0, double.PositiveInfinity), DistanceMethod,
            plain: true)?.Interval(
            confidence) is not { } own) return null;
        double low = Math.Max(0, Math.Min(own.Low, 2 * at - own.High)), high = own.High;
        return own with { Low = root ? Math.Min(estimate, low * low) : low, High = root ? Math.Max(estimate, high * high) : high };
    }

    /// <summary>
    /// The interval of the largest of several distances. The largest truth is at least every single lower end, which hold together when the
    /// tails are shared (Bonferroni), and at most the largest of the upper ends.
    /// </summary>
    /// <param name="distances">Replicates and estimate of each distance.</param>
    /// <param name="confidence">The nominal coverage.</param>
    /// <param name="scale">The scale of each.</param>
    /// <param name="looks">How many of them differ in more than their direction.</param>
    public static Interval? Largest(IEnumerable<(double[] Replicates, double Estimate)> distances, double confidence, JointScale scale,
        int looks)
    {
        double low = 0, high = 0;
        foreach ((double[] replicates, double estimate) in distances)
        {
            if (Distance(replicates, estimate, confidence, scale) is not { } own
                || Distance(replicates, estimate, Shared(confidence, looks), scale) is not { } wide) return null;
            (low, high) = (Math.Max(low, wide.Low), Math.Max(high, own.High));
        }
        return new Interval(low, high, confidence, DistanceMethod);
    }

    /// <summary>
    /// The interval of an entropy between several groups: near 0 it is a sum of squares of as many independent errors as there are groups
    /// less one, so its lower end is that of the noncentrality of a chi-squared number, whose unit is how much the replicates exceed the
    /// estimate on average. The upper end is the percentile.
    /// </summary>
    public static Interval? Squares(double[] replicates, double estimate, double confidence, int freedom)
    {
        if (Distance(replicates, estimate, confidence, JointScale.SquareRoot) is not { } own || freedom < 2)
            return freedom < 2 ? Distance(replicates, estimate, confidence, JointScale.SquareRoot) : null;
        double[] defined = [.. replicates.Where(value => !double.IsNaN(value))];
        double unit = (defined.Average() - estimate) / freedom;
        if (unit <= 0 || estimate / unit > FarFromZero) return own;
        return own with { Low = Math.Min(estimate, unit * Noncentrality(estimate / unit, freedom, (1 - confidence) / 2)) };
    }

    /// <summary>The interval of a signed value that was the farthest of several: corrected percentiles, the tails shared among them
    /// (Bonferroni), so that having been chosen does not make it too narrow.</summary>
    public static Interval? Signed(double[] replicates, double estimate, double confidence, int looks) =>
        ReplicateLimits.Of(replicates, estimate, MeanShape.Unknown, double.PositiveInfinity,
            (double.NegativeInfinity, double.PositiveInfinity),
            CountStatistics.Method)?.Interval(Shared(confidence, looks)) is { } own
            ? own with { Confidence = confidence }
            : null;

    /// <summary>The mean of intervals that hold together.</summary>
    public static Interval? Mean(IReadOnlyList<Interval?> intervals, IReadOnlyList<double> shares, double confidence) =>
        intervals.Any(own => own is null) ? null
        : new Interval(intervals.Zip(shares, (own, share) => share * own!.Low).Sum(),
            intervals.Zip(shares, (own, share) => share * own!.High).Sum(), confidence, intervals[0]!.Method);

    /// <summary>The coverage of each of several intervals that hold together with the given coverage.</summary>
    public static double Shared(double confidence, int looks) => 1 - (1 - confidence) / looks;

    /// <summary>The noncentrality at which a chi-squared number reaches <paramref name="x"/> with the probability <paramref name="tail"/>;
    /// 0 where it does so without any.</summary>
    internal static double Noncentrality(double x, int freedom, double tail)
    {
        double low = 0, high = x + 1;
        if (UpperTail(x, freedom, 0) >= tail) return 0;
        for (int i = 0; i < 50; i++)
        {
            double middle = (low + high) / 2;
            if (UpperTail(x, freedom, middle) < tail) low = middle;
            else high = middle;
        }
        return low;
    }

    /// <summary>The probability that a noncentral chi-squared number exceeds <paramref name="x"/>: a Poisson mixture of central
    /// ones.</summary>
    internal static double UpperTail(double x, int freedom, double noncentrality)
    {
        double half = noncentrality / 2, sum = 0, logMass = -half;
        int last = (int)(half + 12 * Math.Sqrt(half) + 30);
        for (int j = 0; j <= last; j++)
        {
            if (j > 0) logMass += half > 0 ? Portable.Log(half / j) : double.NegativeInfinity;
            if (logMass > -40) sum += Portable.Exp(logMass) * GammaFunctions.UpperRegularized(freedom / 2.0 + j, x / 2);
        }
        return Math.Min(1, sum);
    }
}
