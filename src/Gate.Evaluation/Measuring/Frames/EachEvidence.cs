using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Measures every group against the baseline on its own rows; the group that gets worst decides.</summary>
internal static class EachEvidence
{
    public static FrameEvidence Measure(ConditionSpec condition, string name, Metric metric, Grouping grouping, MetricFrame frame,
        EvidenceCounts counts)
    {
        string?[] excluded = [.. counts.Groups.Select(group => EvidenceFloor.Shortfall(group, metric.Needs, condition.Evidence))];
        int[] members = [.. Enumerable.Range(0, excluded.Length).Where(g => excluded[g] is null)];
        if (members.Length == 0)
            return new FrameEvidence
            {
                Name = name,
                Unit = MetricUnits.Of(metric),
                NeedsRows = metric.NeedsRows,
                Parts = Evidence.Undefined(condition, "no group has enough rows to take part"),
                Rows = 0,
                BelowFloor = excluded.FirstOrDefault(),
                IsEach = true,
                GroupMetric = metric.Name,
                Groups = GroupEvidence.Facts(grouping, counts, frame.MeasureGroups(metric, condition.Confidence), excluded),
            };
        IEnumerable<EvidencePart> regressions = EvidencePart.Regressions(condition, (scale, confidence) =>
            WorstGroup.Of(members, level => frame.RegressionOfGroups(metric, scale, level), confidence, g => Name(grouping, g)));
        IReadOnlyList<Measurement> absolute = frame.RegressionOfGroups(metric, RegressionScale.Absolute, condition.Confidence);
        IReadOnlyList<Measurement>? relative = condition.MaxRelativeRegression is null
            ? null : frame.RegressionOfGroups(metric, RegressionScale.Relative, condition.Confidence);
        IReadOnlyList<Measurement> measured = frame.MeasureGroups(metric, condition.Confidence);
        // Where both scales are bounded, the group that is shown is the worst on the one that is bounded in the metric's own unit.
        int worst = WorstGroup.Index(members, condition.MaxRegression is null ? relative! : absolute);
        GroupFact[] facts = [.. GroupEvidence.Facts(grouping, counts, measured, excluded)
            .Select((fact, g) => excluded[g] is not null ? fact : fact with
        {
            Regression = MeasuredFacts.Regression(Baseline(metric, measured[g].Value, absolute[g].Value), absolute[g], relative?[g],
                condition.MaxRegression is null),
        })];
        return new FrameEvidence
        {
            Name = name,
            IsEach = true,
            Unit = MetricUnits.Of(metric),
            NeedsRows = metric.NeedsRows,
            IsExact = metric.IsExact,
            Parts = [new(PartKind.Value, measured[worst], null, null, confidence => frame.MeasureGroups(metric, confidence)[worst]),
                .. regressions],
            Baseline = Baseline(metric, measured[worst].Value, absolute[worst].Value),
            GroupMetric = metric.Name,
            Rows = members.Sum(g => counts.Groups[g].Count),
            Groups = facts,
            DecidedBy = facts[worst],
        };
    }

    private static string Name(Grouping grouping, int group) =>
        GroupEvidence.Named(grouping.By, grouping.Groups[group].Values)
            + (GroupEvidence.LevelText(grouping, grouping.Groups[group].Level) is { } level ? $" where {level}" : "");

    /// <summary>The baseline's value, from the candidate's and by how much that is worse.</summary>
    private static MetricValue Baseline(Metric metric, MetricValue candidate, MetricValue worse)
    {
        if (!candidate.IsDefined) return candidate;
        if (!worse.IsDefined) return worse;
        return MetricValue.Of(candidate.Number + (metric.Direction == Direction.HigherIsBetter ? worse.Number : -worse.Number));
    }
}
