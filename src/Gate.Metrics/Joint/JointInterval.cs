using Gate.Metrics.Intervals;
using Gate.Metrics.Statistics;

namespace Gate.Metrics.Joint;

/// <summary>Intervals of joint metrics from replicates of counts.</summary>
internal static class JointInterval
{
    public const string DistanceMethod = "cell_bootstrap_reflected";

    /// <summary>
    /// The interval of a number that is never negative and that noise alone lifts above 0 (a distance, an entropy, a largest of several). The replicates lie above the
    /// estimate as it lies above the truth, so the lower end is the upper percentile reflected at the estimate, not below 0; the upper end is the percentile.
    /// Divergences and entropies are reflected as square roots, on which scale noise is as wide near 0 as elsewhere.
    /// </summary>
    public static Interval? Distance(double[] replicates, double estimate, double confidence, JointScale scale)
    {
        bool root = scale == JointScale.SquareRoot;
        double at = root ? Math.Sqrt(estimate) : estimate;
        double[] drawn = root ? Array.ConvertAll(replicates, Math.Sqrt) : replicates;
        if (ReplicateLimits.Of(drawn, at, 0, double.PositiveInfinity, (0, double.PositiveInfinity), DistanceMethod, plain: true)?.Interval(confidence) is not { } own) return null;
        double low = Math.Max(0, Math.Min(own.Low, 2 * at - own.High)), high = own.High;
        return own with { Low = root ? Math.Min(estimate, low * low) : low, High = root ? Math.Max(estimate, high * high) : high };
    }

    /// <summary>The interval of a signed value that was the farthest of several: corrected percentiles, the tails shared among them (Bonferroni), so that having been chosen does not make it too narrow.</summary>
    public static Interval? Signed(double[] replicates, double estimate, double confidence, int looks) =>
        ReplicateLimits.Of(replicates, estimate, 0, double.PositiveInfinity, (double.NegativeInfinity, double.PositiveInfinity), CountStatistics.Method)?.Interval(1 - (1 - confidence) / looks) is { } own
            ? own with { Confidence = confidence }
            : null;
}
