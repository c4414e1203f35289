using Gate.Evaluation.Judging.Families;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;

namespace Gate.Evaluation.Judging;

/// <summary>Judges conditions: measures each, decides families together, and says in words what was found.</summary>
internal sealed class ConditionJudge(FrameCache frames)
{
    /// <summary>All findings, in the order of the conditions.</summary>
    public IReadOnlyList<Finding> Judge(IReadOnlyList<ConditionSpec> conditions, IReadOnlyList<FamilySpec> families)
    {
        JudgedCondition[] judged = [.. conditions.Select(Judge)];
        return [.. FamilyDecisions.Apply(judged, families).Select(FindingBuilder.Of)];
    }

    /// <summary>One condition on its own, before its family is looked at.</summary>
    public JudgedCondition Judge(ConditionSpec condition)
    {
        Evidence evidence = Measure(condition);
        Basis basis = condition.DecideOn == DecideOn.Point || evidence.IsExact ? Basis.Point : Basis.Interval;
        return new(condition, evidence, basis, [.. evidence.Parts.Select(part => part.Outcome(basis))]);
    }

    private Evidence Measure(ConditionSpec condition)
    {
        string name = ConditionMetric.Disparity(condition.Metric)?.Comparison.Name ?? MetricCatalogue.Find(condition.Metric)!.Name;
        if (frames.Rows(condition.Where) == 0)
            return Evidence.Missing(name, "no measured row is in the slice", 0, condition.MaxRegression is not null,
                condition.MaxRelativeRegression is not null);
        (Grouping grouping, MetricFrame frame) = frames.Get(condition.By, condition.Control, condition.Where);
        EvidenceCounts counts = frames.Counts(condition, frame);
        if (ComparisonWords.Of(condition, frames.Classes) is { } comparison)
            return GroupEvidence.Measure(condition, name, comparison, grouping, frame, counts);
        Metric metric = ConditionMetric.Of(condition, frames.Classes);
        return condition.Compare == CompareSpec.Each
            ? EachEvidence.Measure(condition, name, metric, grouping, frame, counts)
            : OverallEvidence(condition, name, metric, frame, counts);
    }

    private static Evidence OverallEvidence(ConditionSpec condition, string name, Metric metric, MetricFrame frame, EvidenceCounts counts)
    {
        string? shortfall = EvidenceFloor.Shortfall(counts.Overall, metric.Needs, condition.Evidence);
        JudgedPart Part(PartKind kind, double? min, double? max, Func<double, Measurement> measure) =>
            JudgedPart.Of(kind, condition.Confidence, min, max,
            shortfall is null ? measure : _ => new(MetricValue.Missing($"too little evidence: {shortfall}"), null));
        var parts = new List<JudgedPart>
            { Part(PartKind.Value, condition.Min, condition.Max, confidence => frame.Measure(metric, confidence)) };
        if (condition.MaxRegression is { } most)
            parts.Add(Part(PartKind.Regression, null, most, confidence => frame.Regression(metric, RegressionScale.Absolute, confidence)));
        if (condition.MaxRelativeRegression is { } share)
            parts.Add(Part(PartKind.RelativeRegression, null, share, confidence => frame.Regression(metric, RegressionScale.Relative,
                confidence)));
        return new Evidence
        {
            Name = name,
            IsExact = metric.IsExact,
            Parts = parts,
            Baseline = parts.Count > 1 ? frame.MeasureBaseline(metric).Value : default,
            Rows = frame.Overall.Count,
        };
    }
}
