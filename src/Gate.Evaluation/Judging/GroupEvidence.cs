using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy;

namespace Gate.Evaluation.Judging;

/// <summary>Measures a comparison of groups, with every group behind it.</summary>
internal static class GroupEvidence
{
    public static Evidence Measure(ConditionSpec condition, Comparison comparison, Grouping grouping, MetricFrame frame)
    {
        string?[] excluded = Excluded(condition, comparison, grouping, frame);
        bool[] included = Array.ConvertAll(excluded, reason => reason is null);
        ComparisonResult result = frame.Compare(comparison, included);
        LevelComparison? worst = result.WorstLevel is { } level ? result.Levels.First(l => l.Level == level) : null;
        // Of a named disparity, the groups show the part that decided it (of equalized odds, the worse of the two rates).
        Metric part = worst?.Part ?? comparison.Parts[0];
        GroupFact[] groups = Groups(grouping, frame, part, excluded);
        GroupFact? lowest = worst?.LowGroup is { } low ? groups[low] : null, highest = worst?.HighGroup is { } high ? groups[high] : null;
        bool paired = condition.MaxRegression is not null;
        return new Evidence
        {
            Name = comparison.Parts.Count > 1 || DisparityCatalogue.Find(condition.Metric) is not null ? condition.Metric : part.Name,
            IsExact = comparison.Parts.All(metric => metric.IsExact),
            Measured = result.Worst,
            Regression = paired ? frame.Regression(comparison, included) : null,
            Baseline = paired ? frame.CompareBaseline(comparison, included).Worst.Value : default,
            Comparison = comparison,
            GroupMetric = part.Name,
            Rows = frame.Groups.Where((_, g) => included[g]).Sum(group => group.Count),
            Groups = groups,
            Lowest = lowest,
            Highest = highest,
            Level = worst is null ? null : LevelText(grouping, worst.Level),
            DecidedBy = comparison.Kind == CompareKind.GroupMax || (comparison.Kind != CompareKind.GroupMin && part.Direction == Direction.LowerIsBetter) ? highest : lowest,
        };
    }

    /// <summary>Why each group takes no part; null for those that do.</summary>
    private static string?[] Excluded(ConditionSpec condition, Comparison comparison, Grouping grouping, MetricFrame frame)
    {
        EvidenceNeeds needs = comparison.Parts.Aggregate(EvidenceNeeds.Rows, (all, part) => all | part.Needs);
        string?[] excluded = [.. frame.Groups.Select(group => EvidenceFloor.Shortfall(group, needs, condition.Evidence))];
        bool needsTwo = comparison is { Method: CompareMethod.BetweenGroups, Kind: CompareKind.Difference or CompareKind.Ratio };
        if (grouping.Control.Count == 0 || !needsTwo) return excluded;
        // A group that is left alone in its control level has nothing to be compared with: it is listed like those below the floor.
        for (int level = 0; level < grouping.Levels.Count; level++)
        {
            int[] left = [.. Enumerable.Range(0, excluded.Length).Where(g => excluded[g] is null && grouping.Groups[g].Level == level)];
            if (left is [var alone]) excluded[alone] = "no other group of its level has enough evidence";
        }
        return excluded;
    }

    /// <summary>A group for people: the values of its columns.</summary>
    public static string Label(GroupKey group) => string.Join(" × ", group.Values);

    /// <summary>A control level for people, or null when there is no control.</summary>
    public static string? LevelText(Grouping grouping, int level) => grouping.Control.Count == 0
        ? null
        : string.Join(", ", grouping.Control.Zip(grouping.Levels[level], (column, value) => $"{column} = {value}"));

    private static GroupFact[] Groups(Grouping grouping, MetricFrame frame, Metric metric, string?[] excluded)
    {
        IReadOnlyList<Measurement> measured = frame.MeasureGroups(metric);
        var facts = new GroupFact[grouping.Groups.Count];
        for (int g = 0; g < facts.Length; g++)
        {
            GroupCounts counts = frame.Groups[g];
            facts[g] = new GroupFact
            {
                Label = Label(grouping.Groups[g]),
                Key = [.. grouping.Groups[g].Values],
                ControlLevel = LevelText(grouping, grouping.Groups[g].Level),
                Count = counts.Count,
                Positives = counts.Positives,
                Negatives = counts.Negatives,
                Estimate = measured[g].Value.NumberOrNull,
                Undefined = measured[g].Value.Undefined,
                Interval = measured[g].Interval.ToFact(),
                Excluded = excluded[g],
            };
        }
        return facts;
    }
}
