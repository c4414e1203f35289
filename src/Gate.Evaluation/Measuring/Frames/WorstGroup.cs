using Gate.Data.Numerics;
using Gate.Metrics;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>
/// The largest regression of several groups, with an interval that holds for the largest. Its upper end is the largest upper end (whatever
/// group is worst in truth, its own upper end lies no higher: the intersection-union principle, R. L. Berger, Technometrics 24, 1982). Its
/// lower end is the largest of lower ends at a confidence corrected for the number of groups (Z. Šidák, JASA 62, 1967; the groups share no
/// rows), because the largest of several lower ends is too large by chance.
/// </summary>
internal static class WorstGroup
{
    /// <summary>The largest regression.</summary>
    /// <param name="members">The groups that take part; at least one.</param>
    /// <param name="measure">The regressions of all groups at a confidence.</param>
    /// <param name="confidence">The coverage wanted.</param>
    /// <param name="name">Names a group.</param>
    public static Measurement Of(IReadOnlyList<int> members, Func<double, IReadOnlyList<Measurement>> measure, double confidence,
        Func<int, string> name)
    {
        IReadOnlyList<Measurement> groups = measure(confidence);
        foreach (int g in members)
            if (groups[g].Value.Undefined is { } reason) return new(MetricValue.Missing($"undefined for {name(g)}: {reason}"), null);
        int worst = Index(members, groups);
        var largest = new Measurement(groups[worst].Value, null) { Test = groups[worst].Test };
        double lowerConfidence = Sidak(confidence, members.Count);
        IReadOnlyList<Measurement> corrected = members.Count == 1 ? groups : measure(lowerConfidence);
        if (members.Any(g => groups[g].Interval is null || corrected[g].Interval is null)) return largest;
        double low = members.Max(g => corrected[g].Interval!.Low), high = members.Max(g => groups[g].Interval!.High);
        return largest with { Interval = new(low, high, confidence, groups[worst].Interval!.Method) };
    }

    /// <summary>The group with the largest regression, the first of equals; the first undefined one where there is any.</summary>
    public static int Index(IReadOnlyList<int> members, IReadOnlyList<Measurement> groups)
    {
        foreach (int g in members) if (!groups[g].Value.IsDefined) return g;
        return members.MaxBy(g => groups[g].Value.Number);
    }

    /// <summary>The confidence of each of several intervals whose lower ends hold together as one's would: each tail t becomes 1 − (1 −
    /// t)^(1/n).</summary>
    public static double Sidak(double confidence, int count)
    {
        double tail = (1 - confidence) / 2;
        return 1 - (2 * (1 - Portable.Pow(1 - tail, 1.0 / count)));
    }
}
