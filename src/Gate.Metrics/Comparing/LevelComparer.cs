namespace Gate.Metrics.Comparing;

/// <summary>Compares groups within one control level: the estimate with its reasons, and the groups at both ends.</summary>
internal static class LevelComparer
{
    /// <summary>The values of one part.</summary>
    /// <param name="Metric">The metric.</param>
    /// <param name="Groups">Its value in each group that takes part.</param>
    /// <param name="Others">The value that each of them is compared with: that of all rows, of the reference, of the rest; empty between
    /// groups.</param>
    /// <param name="Reference">The position of the reference among the groups; -1 where there is none.</param>
    internal readonly record struct Part(Metric Metric, MetricValue[] Groups, MetricValue[] Others, int Reference = -1);

    /// <summary>Compares.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="groups">The groups that take part.</param>
    /// <param name="partOf">The values of a metric; only asked for where enough groups take part.</param>
    public static LevelComparison Compare(Comparison comparison, LevelGroups groups, Func<Metric, Part> partOf)
    {
        if (Unanswerable(comparison, groups) is string reason) return Undefined(groups.Level, comparison.Parts[0], reason);
        Part[] parts = [.. comparison.Parts.Select(partOf)];
        var numbers = new double[parts.Length];
        for (int p = 0; p < parts.Length; p++)
        {
            MetricValue value = PartValue(comparison, groups, parts[p]);
            if (!value.IsDefined) return Undefined(groups.Level, parts[p].Metric, value.Undefined!);
            numbers[p] = value.Number;
        }
        Part deciding = parts[Worst(comparison, numbers)];
        (int low, int high) = Ends(comparison, deciding);
        double result = GroupNumbers.Aggregate(comparison, comparison.Aggregation, numbers);
        return new LevelComparison(groups.Level, new Measurement(MetricValue.Of(result), null), deciding.Metric, groups.Members[low],
            groups.Members[high]) { FarthestGroup = Farthest(comparison, deciding) is int at ? groups.Members[at] : null };
    }

    private static int? Farthest(Comparison comparison, Part part) => GroupNumbers.HasOther(comparison)
        ? GroupNumbers.Farthest(comparison, Numbers(part.Groups), Numbers(part.Others)).At : null;

    /// <summary>The position of the worst number; the first of equals.</summary>
    public static int Worst(Comparison comparison, IReadOnlyList<double> numbers)
    {
        int worst = 0;
        for (int i = 1; i < numbers.Count; i++)
            if (GroupNumbers.Badness(comparison, numbers[i]) > GroupNumbers.Badness(comparison, numbers[worst])) worst = i;
        return worst;
    }

    /// <summary>Why too few groups take part for the level to be compared; null when enough do.</summary>
    public static string? Unanswerable(Comparison comparison, LevelGroups groups)
    {
        if (groups.Members.Length == 0) return "no group has enough rows to take part";
        if (!GroupNumbers.IsDistance(comparison)) return null;
        const string alone = "only one group takes part, so there is nothing to compare it with";
        bool single = groups.Members.Length < 2;
        return comparison.Method switch
        {
            CompareMethod.BetweenGroups => single ? alone : null,
            CompareMethod.ToReference => References.Refuse(comparison.Reference, groups.Grouping, groups.Level, groups.Members)
                ?? (single ? alone : null),
            CompareMethod.ToRest => single && groups.Counts[groups.Members[0]].Count == groups.Rows
                ? "there are no other rows to compare with" : null,
            _ => null,
        };
    }

    private static MetricValue PartValue(Comparison comparison, LevelGroups groups, Part part)
    {
        for (int m = 0; m < part.Groups.Length; m++)
        {
            if (part.Groups[m].Undefined is string why)
                return MetricValue.Missing($"{part.Metric.Name} of {Name(groups, m)} is undefined: {why}");
            if (part.Others.Length > 0 && part.Others[m].Undefined is string otherWhy)
                return MetricValue.Missing($"{part.Metric.Name} of {OtherName(comparison, groups, part, m)} is undefined: {otherWhy}");
        }
        double[] values = Numbers(part.Groups), others = Numbers(part.Others);
        if (!GroupNumbers.HasOther(comparison))
        {
            double spread = GroupNumbers.Compare(comparison, values, others);
            return double.IsNaN(spread) ? MetricValue.Missing($"the largest {part.Metric.Name} is 0, so there is no ratio to it")
                : MetricValue.Of(spread);
        }
        (double number, int at) = GroupNumbers.Farthest(comparison, values, others);
        return double.IsNaN(number)
            ? MetricValue.Missing($"{part.Metric.Name} of {OtherName(comparison, groups, part, at)} is 0, so there is no ratio to it")
            : MetricValue.Of(number);
    }

    /// <summary>The positions of the smallest and the largest group; against a reference, of the group farthest from it and the
    /// reference.</summary>
    private static (int Low, int High) Ends(Comparison comparison, Part part)
    {
        double[] values = Numbers(part.Groups);
        if (part.Reference < 0) return (Array.IndexOf(values, values.Min()), Array.IndexOf(values, values.Max()));
        int farthest = GroupNumbers.Farthest(comparison, values, Numbers(part.Others)).At;
        return values[farthest] <= values[part.Reference] ? (farthest, part.Reference) : (part.Reference, farthest);
    }

    private static string OtherName(Comparison comparison, LevelGroups groups, Part part, int member) => comparison.Method switch
    {
        CompareMethod.ToReference => $"the reference group {Name(groups, part.Reference)}",
        CompareMethod.ToRest => $"all rows outside {Name(groups, member)}",
        _ => "all rows",
    };

    private static string Name(LevelGroups groups, int member) =>
        References.Name(groups.Grouping, groups.Grouping.Groups[groups.Members[member]].Values);

    private static double[] Numbers(MetricValue[] values) => Array.ConvertAll(values, value => value.Number);

    private static LevelComparison Undefined(int level, Metric part, string reason) =>
        new(level, new Measurement(MetricValue.Missing(reason), null), part, null, null);
}
