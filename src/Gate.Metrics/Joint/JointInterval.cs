using Gate.Metrics.Statistics;
using MathNet.Numerics;

namespace Gate.Metrics.Joint;

/// <summary>Intervals of joint metrics from replicates of counts.</summary>
internal static class JointInterval
{
    public const string DistanceMethod = "cell_bootstrap_reflected";

    private const double MostUndefined = 0.05;

    // Beyond this many standard errors (squared) from 0, the noncentral law is a normal one for this purpose.
    private const double FarFromZero = 400;

    /// <summary>
    /// The interval of a number that is never negative and that noise alone lifts above 0. The replicates lie above the estimate as it lies above the truth, so the lower end is the
    /// upper percentile reflected at the estimate, not below 0; the upper end is the percentile. Divergences and entropies are reflected as square roots, on which scale noise is as
    /// wide near 0 as elsewhere.
    /// </summary>
    public static Interval? Distance(double[] replicates, double estimate, double confidence, JointScale scale)
    {
        bool root = scale == JointScale.SquareRoot;
        double at = root ? Math.Sqrt(estimate) : estimate;
        if (Percentiles(root ? Array.ConvertAll(replicates, Math.Sqrt) : replicates, at, confidence) is not { } own) return null;
        double low = Math.Max(0, Math.Min(own.Low, 2 * at - own.High)), high = own.High;
        return new Interval(root ? Math.Min(estimate, low * low) : low, root ? Math.Max(estimate, high * high) : high, confidence, DistanceMethod);
    }

    /// <summary>
    /// The interval of the largest of several distances. The largest truth is at least every single lower end, which hold together when the tails are shared (Bonferroni), and at most
    /// the largest of the upper ends.
    /// </summary>
    /// <param name="distances">Replicates and estimate of each distance.</param>
    /// <param name="confidence">The nominal coverage.</param>
    /// <param name="scale">The scale of each.</param>
    /// <param name="looks">How many of them differ in more than their direction.</param>
    public static Interval? Largest(IEnumerable<(double[] Replicates, double Estimate)> distances, double confidence, JointScale scale, int looks)
    {
        double low = 0, high = 0;
        foreach ((double[] replicates, double estimate) in distances)
        {
            if (Distance(replicates, estimate, confidence, scale) is not { } own || Distance(replicates, estimate, Shared(confidence, looks), scale) is not { } wide) return null;
            (low, high) = (Math.Max(low, wide.Low), Math.Max(high, own.High));
        }
        return new Interval(low, high, confidence, DistanceMethod);
    }

    /// <summary>
    /// The interval of an entropy between several groups: near 0 it is a sum of squares of as many independent errors as there are groups less one, so its lower end is that
    /// of the noncentrality of a chi-squared number, whose unit is how much the replicates exceed the estimate on average. The upper end is the percentile.
    /// </summary>
    public static Interval? Squares(double[] replicates, double estimate, double confidence, int freedom)
    {
        if (Distance(replicates, estimate, confidence, JointScale.SquareRoot) is not { } own || freedom < 2) return freedom < 2 ? Distance(replicates, estimate, confidence, JointScale.SquareRoot) : null;
        double[] defined = [.. replicates.Where(value => !double.IsNaN(value))];
        double unit = (defined.Average() - estimate) / freedom;
        if (unit <= 0 || estimate / unit > FarFromZero) return own;
        return own with { Low = Math.Min(estimate, unit * Noncentrality(estimate / unit, freedom, (1 - confidence) / 2)) };
    }

    /// <summary>The interval of a signed value that was the farthest of several: percentiles, the tails shared among them (Bonferroni), so that having been chosen does not make it too narrow.</summary>
    public static Interval? Signed(double[] replicates, double estimate, double confidence, int looks) =>
        Percentiles(replicates, estimate, Shared(confidence, looks)) is { } own ? new Interval(own.Low, own.High, confidence, CountStatistics.Method) : null;

    /// <summary>The percentiles of the replicates that are defined, stretched to hold the estimate; none where more than 5 % are undefined.</summary>
    private static (double Low, double High)? Percentiles(double[] replicates, double estimate, double confidence)
    {
        double[] defined = [.. replicates.Where(value => !double.IsNaN(value)).Order()];
        if (defined.Length == 0 || replicates.Length - defined.Length > MostUndefined * replicates.Length) return null;
        double tail = (1 - confidence) / 2;
        return (Math.Min(estimate, Quantile(tail)), Math.Max(estimate, Quantile(1 - tail)));

        // Linear between order statistics (Hyndman and Fan's type 7).
        double Quantile(double probability)
        {
            double at = probability * (defined.Length - 1);
            int below = Math.Min((int)at, defined.Length - 1), above = Math.Min(below + 1, defined.Length - 1);
            return defined[below] == defined[above] ? defined[below] : defined[below] + (at - below) * (defined[above] - defined[below]);
        }
    }

    /// <summary>The mean of intervals that hold together.</summary>
    public static Interval? Mean(IReadOnlyList<Interval?> intervals, IReadOnlyList<double> shares, double confidence) => intervals.Any(own => own is null) ? null
        : new Interval(intervals.Zip(shares, (own, share) => share * own!.Low).Sum(), intervals.Zip(shares, (own, share) => share * own!.High).Sum(), confidence, intervals[0]!.Method);

    /// <summary>The coverage of each of several intervals that hold together with the given coverage.</summary>
    public static double Shared(double confidence, int looks) => 1 - (1 - confidence) / looks;

    /// <summary>The noncentrality at which a chi-squared number reaches <paramref name="x"/> with the probability <paramref name="tail"/>; 0 where it does so without any.</summary>
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

    /// <summary>The probability that a noncentral chi-squared number exceeds <paramref name="x"/>: a Poisson mixture of central ones.</summary>
    internal static double UpperTail(double x, int freedom, double noncentrality)
    {
        double half = noncentrality / 2, sum = 0, logMass = -half;
        int last = (int)(half + 12 * Math.Sqrt(half) + 30);
        for (int j = 0; j <= last; j++)
        {
            if (j > 0) logMass += half > 0 ? Math.Log(half / j) : double.NegativeInfinity;
            if (logMass > -40) sum += Math.Exp(logMass) * SpecialFunctions.GammaUpperRegularized(freedom / 2.0 + j, x / 2);
        }
        return Math.Min(1, sum);
    }
}
