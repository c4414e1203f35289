using Gate.Data.Numerics;
using Gate.Metrics.Intervals;

namespace Gate.Metrics.Comparing;

/// <summary>
/// How often a lower limit of any ordered pair lies above the largest truth b among them. The truths t(g) − t(h) hang together: let
/// all t lie in [0, b] and let a limit fail with Q(c + (b − t(g) + t(h)) / s(g, h)), Q the normal tail and s the standard error of
/// the pair. Q is convex above 0, so the sum over pairs is convex in the t, and largest where each t is 0 or b. Then at most ⌊n²/4⌋
/// pairs of n groups are as far apart as b, at Q(c) each, and no other pair fails more often than one of equals does, Q(c + b / s).
/// The larger b, the less equals count; at b = 0 all n (n − 1) pairs do.
/// </summary>
internal sealed class PairSpreads
{
    // Standard errors are read off limits at this critical value; those at 0 have no width.
    private const double Read = 1.96;

    private readonly double[] errors;
    private readonly int groups;
    private readonly bool ratio;

    private PairSpreads(double[] errors, int groups, bool ratio) => (this.errors, this.groups, this.ratio) = (errors, groups, ratio);

    /// <summary>The standard errors of all pairs, of the logarithm for ratios: the wider side of their limits. Infinite where there are no
    /// limits.</summary>
    public static PairSpreads Of(IReadOnlyList<Limits> groups, bool ratio)
    {
        Mover.Operand?[] operands = [.. groups.Select(group =>
            group.At(Read) is (double low, double high) ? new Mover.Operand(group.Value, low, high) : (Mover.Operand?)null)];
        var errors = new double[groups.Count * (groups.Count - 1) / 2];
        int pair = 0;
        for (int g = 0; g < operands.Length; g++)
            for (int h = 0; h < g; h++)
                errors[pair++] = operands[g] is { } one && operands[h] is { } other ? Error(one, other, ratio) : double.PositiveInfinity;
        return new(errors, groups.Count, ratio);
    }

    /// <summary>By how many times the risk of a single limit any of them fails, at most.</summary>
    /// <param name="largest">The largest truth: a difference of 0 or more, or the negative of the smallest ratio.</param>
    /// <param name="critical">The critical value of each limit; what holds at this one holds at larger ones.</param>
    public double ShareOfRisk(double largest, double critical)
    {
        double distance = ratio ? -Portable.Log(-largest) : largest;
        if (!(distance > 0)) return double.PositiveInfinity;
        double single = Limits.Tail(critical), equals = 0;
        foreach (double error in errors) equals += 2 * Limits.Tail(critical + distance / error) / single;
        return groups * groups / 4 + equals;
    }

    private static double Error(Mover.Operand one, Mover.Operand other, bool ratio)
    {
        double value = ratio ? one.Value / other.Value : one.Value - other.Value;
        (double low, double high) = ratio ? Mover.Ratio(one, other) : Mover.Difference(one, other);
        if (ratio) (value, low, high) = (Portable.Log(value), Portable.Log(low), Portable.Log(high));
        double error = Math.Max(value - low, high - value) / Read;
        return error >= 0 ? error : double.PositiveInfinity;
    }
}
