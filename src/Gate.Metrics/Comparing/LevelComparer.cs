namespace Gate.Metrics.Comparing;

/// <summary>Compares groups within one control level: the estimate with its reasons, and the groups at both ends.</summary>
internal static class LevelComparer
{
    /// <summary>The values of one part.</summary>
    /// <param name="Metric">The metric.</param>
    /// <param name="Groups">Its value in every group of the grouping.</param>
    /// <param name="Overall">Its value over all rows of the level.</param>
    internal readonly record struct Part(Metric Metric, MetricValue[] Groups, MetricValue Overall);

    /// <summary>Compares.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="level">The level.</param>
    /// <param name="members">The groups of the level that take part.</param>
    /// <param name="parts">The values.</param>
    /// <param name="grouping">Names groups.</param>
    public static LevelComparison Compare(Comparison comparison, int level, int[] members, Part[] parts, Grouping grouping)
    {
        if (Unanswerable(comparison, members) is string reason) return Undefined(level, parts[0].Metric, reason);
        var numbers = new double[parts.Length];
        for (int p = 0; p < parts.Length; p++)
        {
            MetricValue value = PartValue(comparison, members, parts[p], grouping);
            if (!value.IsDefined) return Undefined(level, parts[p].Metric, value.Undefined!);
            numbers[p] = value.Number;
        }
        Part deciding = parts[Worst(comparison.Kind, numbers)];
        double[] ends = [.. members.Select(g => deciding.Groups[g].Number)];
        double result = GroupNumbers.Aggregate(comparison.Kind, comparison.Aggregation, numbers);
        return new LevelComparison(level, new Measurement(MetricValue.Of(result), null), deciding.Metric, members[Array.IndexOf(ends, ends.Min())], members[Array.IndexOf(ends, ends.Max())]);
    }

    /// <summary>The position of the worst number; the first of equals.</summary>
    public static int Worst(CompareKind kind, IReadOnlyList<double> numbers)
    {
        int worst = 0;
        for (int i = 1; i < numbers.Count; i++)
            if (GroupNumbers.LargestIsWorst(kind) ? numbers[i] > numbers[worst] : numbers[i] < numbers[worst]) worst = i;
        return worst;
    }

    /// <summary>Why too few groups take part for the level to be compared; null when enough do.</summary>
    public static string? Unanswerable(Comparison comparison, int[] members)
    {
        if (members.Length == 0) return "no group has enough rows to take part";
        bool needsTwo = ComparesTwo(comparison) && comparison.Method == CompareMethod.BetweenGroups;
        return needsTwo && members.Length < 2 ? "only one group takes part, so there is nothing to compare it with" : null;
    }

    private static bool ComparesTwo(Comparison comparison) => comparison.Kind is CompareKind.Difference or CompareKind.Ratio;

    private static MetricValue PartValue(Comparison comparison, int[] members, Part part, Grouping grouping)
    {
        foreach (int g in members)
            if (part.Groups[g].Undefined is string why)
                return MetricValue.Missing($"{part.Metric.Name} of {GroupName(grouping, g)} is undefined: {why}");
        if (comparison.Method == CompareMethod.ToOverall && ComparesTwo(comparison) && part.Overall.Undefined is string overallWhy)
            return MetricValue.Missing($"{part.Metric.Name} of all rows is undefined: {overallWhy}");
        double[] values = [.. members.Select(g => part.Groups[g].Number)];
        double number = GroupNumbers.Compare(comparison.Kind, comparison.Method, values, part.Overall.NumberOrNull ?? double.NaN);
        if (!double.IsNaN(number)) return MetricValue.Of(number);
        return MetricValue.Missing(comparison.Method == CompareMethod.ToOverall
            ? $"{part.Metric.Name} of all rows is 0, so there is no ratio to it"
            : $"the largest {part.Metric.Name} is 0, so there is no ratio to it");
    }

    private static string GroupName(Grouping grouping, int group)
    {
        GroupKey key = grouping.Groups[group];
        string name = string.Join(", ", grouping.By.Zip(key.Values, (column, value) => $"{column} = {value}"));
        return name.Length > 0 ? name : "all rows";
    }

    private static LevelComparison Undefined(int level, Metric part, string reason) =>
        new(level, new Measurement(MetricValue.Missing(reason), null), part, null, null);
}
