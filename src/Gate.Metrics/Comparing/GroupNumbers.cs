namespace Gate.Metrics.Comparing;

/// <summary>
/// The formulas by which the values of groups become one number: Fairlearn's <c>MetricFrame.difference</c>, <c>ratio</c>, <c>group_min</c>,
/// <c>group_max</c>, and the distances from a reference or the rest. NaN stands for undefined, in and out.
/// </summary>
internal static class GroupNumbers
{
    /// <summary>One part of a comparison within one control level.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="groups">The values of the groups that take part.</param>
    /// <param name="others">What each of them is compared with; not read between groups nor by minimum and maximum.</param>
    public static double Compare(Comparison comparison, ReadOnlySpan<double> groups, ReadOnlySpan<double> others) =>
        HasOther(comparison) ? Farthest(comparison, groups, others).Number : Spread(comparison.Kind, groups);

    /// <summary>Whether each group is compared with something of its own instead of with all other groups.</summary>
    public static bool HasOther(Comparison comparison) => IsDistance(comparison) && comparison.Method != CompareMethod.BetweenGroups;

    /// <summary>Whether two values are set against each other: not for minimum and maximum.</summary>
    public static bool IsDistance(Comparison comparison) => comparison.Kind is CompareKind.Difference or CompareKind.Ratio;

    /// <summary>Whether a value keeps its sign, or its side of 1.</summary>
    public static bool IsSigned(Comparison comparison) => comparison.Signed && HasOther(comparison);

    /// <summary>The group farthest from what it is compared with (the first of equals), and how far.</summary>
    public static (double Number, int At) Farthest(Comparison comparison, ReadOnlySpan<double> groups, ReadOnlySpan<double> others)
    {
        (double number, int at) = (double.NaN, -1);
        for (int g = 0; g < groups.Length; g++)
        {
            double distance = Distance(comparison, groups[g], others[g]);
            if (double.IsNaN(distance)) return (double.NaN, g);
            if (at < 0 || Badness(comparison, distance) > Badness(comparison, number)) (number, at) = (distance, g);
        }
        return (number, at);
    }

    /// <summary>How bad a number is, to be ordered by: a large distance, a small ratio, a small minimum, a large maximum.</summary>
    public static double Badness(Comparison comparison, double number) => comparison.Kind switch
    {
        CompareKind.Difference => Math.Abs(number),
        CompareKind.Ratio => -(IsSigned(comparison) ? Folded(number) : number),
        CompareKind.GroupMin => -number,
        _ => number,
    };

    /// <summary>Several parts as one: the worst of them (the first of equals), or their mean.</summary>
    public static double Aggregate(Comparison comparison, Aggregation aggregation, ReadOnlySpan<double> parts)
    {
        double worst = parts[0], sum = 0;
        foreach (double part in parts)
        {
            if (double.IsNaN(part)) return double.NaN;
            if (Badness(comparison, part) > Badness(comparison, worst)) worst = part;
            sum += part;
        }
        return aggregation == Aggregation.Mean ? sum / parts.Length : worst;
    }

    private static double Spread(CompareKind kind, ReadOnlySpan<double> groups)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in groups)
        {
            if (double.IsNaN(value)) return double.NaN;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        return kind switch
        {
            _ when groups.Length == 0 => double.NaN,
            CompareKind.GroupMin => low,
            CompareKind.GroupMax => high,
            CompareKind.Difference => high - low,
            _ => high == 0 ? double.NaN : low / high,
        };
    }

    private static double Distance(Comparison comparison, double group, double other)
    {
        bool signed = IsSigned(comparison);
        if (comparison.Kind == CompareKind.Difference) return signed ? other - group : Math.Abs(other - group);
        return other == 0 ? double.NaN : signed ? group / other : Folded(group / other);
    }

    private static double Folded(double ratio) => ratio > 1 ? 1 / ratio : ratio;
}
