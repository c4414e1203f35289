using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Frames;

/// <summary>Metrics and disparities of the measured rows, overall and by group.</summary>
internal sealed class FrameSource : IEvidenceSource
{
    public IReadOnlyList<MetricWord> Words { get; } =
        [.. MetricCatalogue.All.Select(MetricWords.Of), .. DisparityCatalogue.All.Select(MetricWords.Of)];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        FrameCache frames = FrameCache.Of(run);
        FrameEvidence found = Measure(condition, frames, null);
        return found.Told(condition) with { More = MoreOf(condition, found, frames) };
    }

    public GateResult Report(GateResult result, RunContext run)
    {
        run.Progress.Begin("measuring groups");
        FrameCache frames = FrameCache.Of(run);
        IReadOnlyList<Metric> metrics = MetricFacts.Of(run.Candidate.Sample);
        return result with
        {
            Overall = MetricFacts.Overall(frames, metrics, run.Baseline is not null),
            Frames = MetricFacts.Frames(frames, metrics, run.Inputs.Policy),
            Confusion = ConfusionFactsBuilder.Build(run.Candidate, frames, run.Inputs.Policy),
            PerClass = ConfusionFactsBuilder.PerClass(run.Candidate),
            Errors = ErrorFactsBuilder.Build(run.Candidate.Sample, frames, run.Inputs.Policy),
            Curves = CurveFactsBuilder.Build(run.Candidate.Sample, frames, run.Inputs.Policy),
        };
    }

    /// <summary>Measures a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frames">The statistics of groups.</param>
    /// <param name="more">How many times the rows of each group there are, and whether single rows are read; null for the rows as they
    /// are.</param>
    private static FrameEvidence Measure(ConditionSpec condition, FrameCache frames, (IReadOnlyList<double> Times, bool OfRows)? more)
    {
        string name = ConditionMetric.Disparity(condition.Metric)?.Comparison.Name ?? MetricCatalogue.Find(condition.Metric)!.Name;
        if (frames.Rows(condition.Where) == 0)
            return new() { Name = name, Unit = name, Parts = Evidence.Undefined(condition, "no measured row is in the slice"), Rows = 0 };
        (Grouping grouping, MetricFrame frame) = more is { } rows
            ? frames.Repeated(condition.By, condition.Control, condition.Where, rows.Times, rows.OfRows)
            : frames.Get(condition.By, condition.Control, condition.Where);
        EvidenceCounts counts = frames.Counts(condition, frame);
        if (ComparisonWords.Of(condition, frames.Classes) is { } comparison)
            return GroupEvidence.Measure(condition, name, comparison, grouping, frame, counts);
        Metric metric = ConditionMetric.Of(condition, frames.Classes);
        return condition.Compare == CompareSpec.Each
            ? EachEvidence.Measure(condition, name, metric, grouping, frame, counts)
            : OverallEvidence(condition, name, metric, frame, counts);
    }

    private static MoreRows? MoreOf(ConditionSpec condition, FrameEvidence found, FrameCache frames)
    {
        if (found.Rows == 0 && found.Groups.Count == 0) return null;
        IReadOnlyList<RowsOfGroup> groups = found.Groups.Count == 0
            ? [new(null, null, null, found.Rows, false)]
            : [.. found.Groups.Select(group => new RowsOfGroup(GroupEvidence.Named(condition.By, group.Key)
                + (group.ControlLevel is { } level ? $" where {level}" : ""), group.Label, group.ControlLevel, group.Count,
                group.Excluded is not null))];
        GroupFact?[] deciders = [found.Lowest, found.Highest, found.DecidedBy];
        int[] ends = [.. Enumerable.Range(0, found.Groups.Count).Where(g => deciders.Contains(found.Groups[g]))];
        return new(groups, ends, found.NeedsRows, (asked, times) => Measure(asked, frames, (times, found.NeedsRows)));
    }

    private static FrameEvidence OverallEvidence(ConditionSpec condition, string name, Metric metric, MetricFrame frame,
        EvidenceCounts counts)
    {
        string? shortfall = EvidenceFloor.Shortfall(counts.Overall, metric.Needs, condition.Evidence);
        Measurement Least(Func<Measurement> measure) =>
            shortfall is null ? measure() : new(MetricValue.Missing($"too little evidence: {shortfall}"), null);
        IReadOnlyList<EvidencePart> parts = EvidencePart.Of(condition,
            confidence => Least(() => frame.Measure(metric, confidence)),
            (scale, confidence) => Least(() => frame.Regression(metric, scale, confidence)));
        return new()
        {
            Name = name,
            IsExact = metric.IsExact,
            Unit = MetricUnits.Of(metric),
            NeedsRows = metric.NeedsRows,
            Parts = parts,
            Baseline = parts.Count > 1 ? frame.MeasureBaseline(metric).Value : null,
            Rows = frame.Overall.Count,
            BelowFloor = shortfall,
        };
    }
}
