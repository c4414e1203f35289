namespace Gate.Metrics.Comparing;

/// <summary>The formulas by which the values of groups become one number: Fairlearn's <c>MetricFrame.difference</c>, <c>ratio</c>, <c>group_min</c>, <c>group_max</c>. NaN stands for undefined, in and out.</summary>
internal static class GroupNumbers
{
    /// <summary>One part of a comparison within one control level.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="method">What groups are compared with.</param>
    /// <param name="groups">The values of the groups that take part.</param>
    /// <param name="overall">The value over all rows of the level; only read by <see cref="CompareMethod.ToOverall"/>.</param>
    public static double Compare(CompareKind kind, CompareMethod method, ReadOnlySpan<double> groups, double overall)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, farthest = 0, smallestRatio = double.PositiveInfinity;
        foreach (double value in groups)
        {
            if (double.IsNaN(value)) return double.NaN;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
            farthest = Math.Max(farthest, Math.Abs(value - overall));
            double ratio = value / overall;
            smallestRatio = Math.Min(smallestRatio, ratio > 1 ? 1 / ratio : ratio);
        }
        return (kind, method) switch
        {
            _ when groups.Length == 0 => double.NaN,
            (CompareKind.GroupMin, _) => low,
            (CompareKind.GroupMax, _) => high,
            (CompareKind.Difference, CompareMethod.BetweenGroups) => high - low,
            (CompareKind.Difference, _) => double.IsNaN(overall) ? double.NaN : farthest,
            (_, CompareMethod.BetweenGroups) => high == 0 ? double.NaN : low / high,
            _ => overall == 0 || double.IsNaN(overall) ? double.NaN : smallestRatio,
        };
    }

    /// <summary>Several parts as one: the worst of them, or their mean.</summary>
    public static double Aggregate(CompareKind kind, Aggregation aggregation, ReadOnlySpan<double> parts)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, sum = 0;
        foreach (double part in parts)
        {
            if (double.IsNaN(part)) return double.NaN;
            low = Math.Min(low, part);
            high = Math.Max(high, part);
            sum += part;
        }
        return aggregation == Aggregation.Mean ? sum / parts.Length : LargestIsWorst(kind) ? high : low;
    }

    /// <summary>Whether the worst of several numbers is the largest: of differences and maxima, but not of ratios and minima.</summary>
    public static bool LargestIsWorst(CompareKind kind) => kind is CompareKind.Difference or CompareKind.GroupMax;
}
