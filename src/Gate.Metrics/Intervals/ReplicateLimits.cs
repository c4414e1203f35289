using Gate.Data.Numerics;

namespace Gate.Metrics.Intervals;

/// <summary>
/// Limits from bootstrap replicates: percentiles, corrected for median bias and, where an acceleration is given, for skewness (BC and BCa:
/// B. Efron, JASA 82, 1987), and widened as Student's t is wider than the normal, since resampling n rows spreads by √((n−1)/n) too little
/// (T. Hesterberg, Am. Stat. 69, 2015, "expanded percentiles"). Beyond the last <see cref="Resolvable"/> replicates of a tail the quantiles
/// go on as those of a normal law.
/// </summary>
internal sealed class ReplicateLimits : Limits
{
    /// <summary>The largest share of replicates that may be undefined; beyond it there are no limits.</summary>
    public const double MostUndefined = 0.05;

    private const double Resolvable = 5;
    private const double MostBias = 0.7;
    private const double MostAcceleration = 0.25;

    private readonly double[] sorted;
    private readonly double bias;
    private readonly double acceleration;
    private readonly MeanShape shape;
    private readonly double rows;
    private readonly (double Low, double High) range;
    private readonly string method;

    private ReplicateLimits(double[] sorted, double estimate, MeanShape shape, double rows, (double, double) range, string method,
        bool plain)
    {
        (this.sorted, Value, this.shape, this.rows, this.range, this.method) = (sorted, estimate, shape, rows, range, method);
        acceleration = Math.Clamp(shape.Acceleration, -MostAcceleration, MostAcceleration);
        bias = plain ? 0 : Math.Clamp(OfTail(1 - (Below(sorted, estimate) + 0.5) / (sorted.Length + 1)), -MostBias, MostBias);
    }

    public override double Value { get; }

    public override string MethodAt(double critical) => method;

    /// <summary>The limits; null where too many replicates are undefined, where they do not spread, or behind fewer than two
    /// rows.</summary>
    /// <param name="replicates">The replicates; NaN where undefined.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="shape">The shape of what rows add to it, where it is a mean.</param>
    /// <param name="rows">The effective number of rows; infinite for no widening.</param>
    /// <param name="range">The smallest and largest possible value.</param>
    /// <param name="method">What to call it.</param>
    /// <param name="plain">Plain percentiles, without correction of bias: for draws from a posterior.</param>
    public static ReplicateLimits? Of(ReadOnlySpan<double> replicates, double estimate, MeanShape shape, double rows,
        (double Low, double High) range, string method, bool plain = false)
    {
        var defined = new double[replicates.Length];
        int count = 0;
        foreach (double value in replicates)
            if (double.IsFinite(value)) defined[count++] = value;
        if (!AreEnough(count, replicates.Length) || !double.IsFinite(estimate) || !(rows >= 2)) return null;
        Array.Resize(ref defined, count);
        Array.Sort(defined);
        return IsFlat(defined[0], defined[^1]) ? null : new ReplicateLimits(defined, estimate, shape, rows, range, method, plain);
    }

    /// <summary>Whether enough replicates are defined.</summary>
    public static bool AreEnough(int defined, int all) => defined > 0 && all - defined <= MostUndefined * all;

    /// <summary>Whether numbers are the same but for rounding.</summary>
    public static bool IsFlat(double least, double most) => most - least <= 1e-12 * Math.Max(Math.Abs(least), Math.Abs(most));

    /// <summary>A quantile of sorted numbers, linear between order statistics (Hyndman and Fan's type 7).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        double at = probability * (sorted.Length - 1);
        int below = Math.Clamp((int)at, 0, sorted.Length - 1);
        double low = sorted[below], high = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return low == high ? low : low + (at - below) * (high - low);
    }

    /// <summary>Student's quantile at the tail of a normal one, by its Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5).</summary>
    public static double Student(double z, double freedom)
    {
        double z2 = z * z, z3 = z * z2, z5 = z3 * z2, z7 = z5 * z2, f = freedom;
        return z + (z3 + z) / (4 * f) + (5 * z5 + 16 * z3 + 3 * z) / (96 * f * f) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z)
            / (384 * f * f * f);
    }

    protected override (double Low, double High)? Compute(double critical)
    {
        double wide = double.IsInfinity(rows) ? critical : Student(critical, rows - 1) * Math.Sqrt(rows / (rows - 1));
        double low = Value + shape.LowStretch * (Math.Min(Value, Corrected(-wide)) - Value),
            high = Value + shape.HighStretch * (Math.Max(Value, Corrected(wide)) - Value);
        return (Farther(Math.Clamp(low, range.Low, range.High)), Farther(Math.Clamp(high, range.Low, range.High)));
    }

    /// <summary>An end as much farther away as a rare class asks for; on the logit scale of a range with two ends, which is not
    /// left.</summary>
    private double Farther(double end)
    {
        double stretch = shape.RareStretch;
        bool bounded = double.IsFinite(range.Low) && double.IsFinite(range.High);
        if (!bounded || Value <= range.Low || Value >= range.High)
            return Math.Clamp(Value + stretch * (end - Value), range.Low, range.High);
        if (stretch == 1 || end <= range.Low || end >= range.High) return end;
        double at = Logit(Value), odds = Portable.Exp(at + stretch * (Logit(end) - at));
        return range.Low + (range.High - range.Low) * (double.IsInfinity(odds) ? 1 : odds / (1 + odds));
    }

    private double Logit(double value) => Portable.Log((value - range.Low) / (range.High - value));

    /// <summary>The corrected quantile at a signed critical value.</summary>
    private double Corrected(double z)
    {
        double shifted = bias + z, corrected = bias + shifted / Math.Max(0.2, 1 - acceleration * shifted);
        double edge = Math.Max(0, OfTail(Math.Min(0.5, Resolvable / sorted.Length)));
        if (edge == 0 || Math.Abs(corrected) <= edge) return Quantile(sorted, Tail(-corrected));
        double middle = Quantile(sorted, 0.5), end = Quantile(sorted, Tail(-Math.CopySign(edge, corrected)));
        return middle + (end - middle) * Math.Abs(corrected) / edge;
    }

    /// <summary>How many numbers lie below, equal ones counting half.</summary>
    private static double Below(double[] sorted, double value)
    {
        double count = 0;
        foreach (double other in sorted) count += other < value ? 1 : other == value ? 0.5 : 0;
        return count;
    }
}
