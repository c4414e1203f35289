using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Measures a comparison of groups, with every group behind it.</summary>
internal static class GroupEvidence
{
    public static FrameEvidence Measure(ConditionSpec condition, string name, Comparison comparison, Grouping grouping, MetricFrame frame,
        EvidenceCounts counts)
    {
        string?[] excluded = Excluded(condition, comparison, grouping, counts);
        bool[] included = Array.ConvertAll(excluded, reason => reason is null);
        ComparisonResult result = frame.Compare(comparison, included, condition.Confidence);
        LevelComparison? worst = result.WorstLevel is { } level ? result.Levels.First(l => l.Level == level) : null;
        // Of a named disparity, the groups show the part that decided it (of equalized odds, the worse of the two rates).
        Metric part = worst?.Part ?? comparison.Parts[0];
        GroupFact[] groups = Facts(grouping, counts, frame.MeasureGroups(part, condition.Confidence), excluded);
        bool weighted = comparison.Levels == LevelSummary.Weighted;
        LevelComparison? shown = weighted ? null : worst;
        GroupFact? lowest = shown?.LowGroup is { } low ? groups[low] : null, highest = shown?.HighGroup is { } high ? groups[high] : null;
        bool paired = condition.MaxRegression is not null || condition.MaxRelativeRegression is not null;
        return new FrameEvidence
        {
            Name = name,
            IsExact = comparison.Parts.All(metric => metric.IsExact),
            Unit = MetricUnits.Of(comparison),
            NeedsRows = comparison.Parts.Any(metric => metric.NeedsRows),
            Parts = EvidencePart.Of(condition,
                confidence => Summary(comparison, frame.Compare(comparison, included, confidence)),
                (scale, confidence) => frame.Regression(comparison, included, scale, confidence)),
            Baseline = paired ? Summary(comparison, frame.CompareBaseline(comparison, included)).Value : null,
            Comparison = comparison,
            GroupMetric = part.Name,
            Rows = counts.Groups.Where((_, g) => included[g]).Sum(group => group.Count),
            BelowFloor = BelowFloor(comparison, grouping, excluded),
            Groups = groups,
            Lowest = lowest,
            Highest = highest,
            Level = shown is null ? null : LevelText(grouping, shown.Level),
            Levels = grouping.Control.Count == 0 ? null : new(weighted ? "weighted" : "worst", result.Worst.ToFact(),
                worst is null ? null : LevelText(grouping, worst.Level), result.Weighted.ToFact()),
            DecidedBy = Decided(comparison, part, groups, shown),
        };
    }

    /// <summary>The group that decided: against all rows or the rest the one farthest from them, on whichever side; else the end that is
    /// worse.</summary>
    private static GroupFact? Decided(Comparison comparison, Metric part, GroupFact[] groups, LevelComparison? level)
    {
        if (comparison.Method is CompareMethod.ToOverall or CompareMethod.ToRest && level?.FarthestGroup is int farthest)
            return groups[farthest];
        int? end = comparison.Kind == CompareKind.GroupMax
            || (comparison.Kind != CompareKind.GroupMin && part.Direction == Direction.LowerIsBetter) ? level?.HighGroup : level?.LowGroup;
        return end is int at ? groups[at] : null;
    }

    private static Measurement Summary(Comparison comparison, ComparisonResult result) =>
        comparison.Levels == LevelSummary.Weighted ? result.Weighted : result.Worst;

    /// <summary>Why each group takes no part; null for those that do.</summary>
    public static string?[] Excluded(ConditionSpec condition, Comparison comparison, Grouping grouping, EvidenceCounts counts)
    {
        EvidenceNeeds needs = comparison.Parts.Aggregate(EvidenceNeeds.Rows, (all, part) => all | part.Needs);
        string?[] excluded = [.. counts.Groups.Select(group => EvidenceFloor.Shortfall(group, needs, condition.Evidence))];
        if (grouping.Control.Count == 0 || !NeedsTwo(comparison)) return excluded;
        // A group that is left alone in its control level has nothing to be compared with: it is listed like those below the floor.
        for (int level = 0; level < grouping.Levels.Count; level++)
        {
            int[] left = [.. Enumerable.Range(0, excluded.Length).Where(g => excluded[g] is null && grouping.Groups[g].Level == level)];
            if (left is [var alone]) excluded[alone] = "no other group of its level has enough evidence";
        }
        return excluded;
    }

    /// <summary>Why the evidence floor leaves a comparison without a value; null where enough groups are above it.</summary>
    public static string? BelowFloor(Comparison comparison, Grouping grouping, string?[] excluded) =>
        excluded.Count(reason => reason is null) < Least(comparison, grouping)
            ? excluded.FirstOrDefault(reason => reason is not null) : null;

    private static bool NeedsTwo(Comparison comparison) => comparison is { Method: CompareMethod.BetweenGroups
        or CompareMethod.ToReference, Kind: CompareKind.Difference or CompareKind.Ratio };

    /// <summary>How many groups must be above the floor for a comparison to have a value: of a control level, one that is alone is left out
    /// already.</summary>
    private static int Least(Comparison comparison, Grouping grouping) =>
        NeedsTwo(comparison) && grouping.Control.Count == 0 ? 2 : 1;

    /// <summary>A group for people: the values of its columns.</summary>
    public static string Label(GroupKey group) => string.Join(" × ", group.Values);

    /// <summary>A group in full: <c>sex = Female, race = Black</c>.</summary>
    public static string Named(IReadOnlyList<string> columns, IReadOnlyList<string> values) =>
        string.Join(", ", columns.Zip(values, (column, value) => $"{column} = {value}"));

    /// <summary>A control level for people, or null when there is no control.</summary>
    public static string? LevelText(Grouping grouping, int level) =>
        grouping.Control.Count == 0 ? null : Named(grouping.Control, grouping.Levels[level]);

    /// <summary>The groups as the result shows them.</summary>
    public static GroupFact[] Facts(Grouping grouping, EvidenceCounts counts, IReadOnlyList<Measurement> measured, string?[] excluded)
    {
        var facts = new GroupFact[grouping.Groups.Count];
        for (int g = 0; g < facts.Length; g++)
        {
            GroupCounts own = counts.Groups[g];
            facts[g] = new GroupFact
            {
                Label = Label(grouping.Groups[g]),
                Key = [.. grouping.Groups[g].Values],
                ControlLevel = LevelText(grouping, grouping.Groups[g].Level),
                Count = own.Count,
                EffectiveCount = own.Effective?.Count,
                Positives = own.Positives,
                Negatives = own.Negatives,
                PredictedPositives = own.PredictedPositives,
                Estimate = measured[g].Value.NumberOrNull,
                Undefined = measured[g].Value.Undefined,
                Interval = measured[g].Interval.ToFact(),
                Excluded = excluded[g],
            };
        }
        return facts;
    }
}
