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

    public Evidence Measure(ConditionSpec condition, RunContext run) => Measure(condition, FrameCache.Of(run)).Told(condition);

    public GateResult Report(GateResult result, RunContext run)
    {
        run.Progress.Begin("measuring groups");
        FrameCache frames = FrameCache.Of(run);
        IReadOnlyList<Metric> metrics = MetricFacts.Of(run.Candidate.Sample);
        return result with
        {
            Overall = MetricFacts.Overall(frames, metrics, run.Baseline is not null),
            Frames = MetricFacts.Frames(frames, metrics, run.Inputs.Policy),
            Confusion = MetricFacts.Confusion(run.Candidate),
            Curves = CurveFactsBuilder.Build(run.Candidate.Sample, frames, run.Inputs.Policy),
        };
    }

    private static FrameEvidence Measure(ConditionSpec condition, FrameCache frames)
    {
        string name = ConditionMetric.Disparity(condition.Metric)?.Comparison.Name ?? MetricCatalogue.Find(condition.Metric)!.Name;
        if (frames.Rows(condition.Where) == 0)
            return new() { Name = name, Parts = Evidence.Undefined(condition, "no measured row is in the slice"), Rows = 0 };
        (Grouping grouping, MetricFrame frame) = frames.Get(condition.By, condition.Control, condition.Where);
        EvidenceCounts counts = frames.Counts(condition, frame);
        if (ComparisonWords.Of(condition, frames.Classes) is { } comparison)
            return GroupEvidence.Measure(condition, name, comparison, grouping, frame, counts);
        Metric metric = ConditionMetric.Of(condition, frames.Classes);
        return condition.Compare == CompareSpec.Each
            ? EachEvidence.Measure(condition, name, metric, grouping, frame, counts)
            : OverallEvidence(condition, name, metric, frame, counts);
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
            Parts = parts,
            Baseline = parts.Count > 1 ? frame.MeasureBaseline(metric).Value : null,
            Rows = frame.Overall.Count,
            BelowFloor = shortfall,
        };
    }
}
