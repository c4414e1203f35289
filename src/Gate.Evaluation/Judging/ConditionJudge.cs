using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy;

namespace Gate.Evaluation.Judging;

/// <summary>Judges one condition: measures, compares with the bound, and says in words what was found.</summary>
internal sealed class ConditionJudge(FrameCache frames)
{
    public Finding Judge(ConditionSpec condition)
    {
        Evidence evidence = Measure(condition);
        Basis basis = condition.DecideOn == DecideOn.Point || evidence.IsExact ? Basis.Point : Basis.Interval;
        (Outcome outcome, string verdict) = Verdicts.Of(Outcomes(condition, evidence, basis), condition);
        return new Finding
        {
            Id = condition.Id,
            Metric = evidence.Name,
            By = [.. condition.By],
            Control = [.. condition.Control],
            Compare = evidence.Comparison is null ? null : ComparisonWords.Word(evidence.Comparison.Kind),
            Method = evidence.Comparison is null ? null : ComparisonWords.Word(evidence.Comparison.Method),
            Estimate = evidence.Measured.Value.NumberOrNull,
            Undefined = evidence.Measured.Value.Undefined,
            Interval = evidence.Measured.Interval.ToFact(),
            Bound = (condition.Min ?? condition.Max ?? condition.MaxRegression) is null ? null : new(condition.Min, condition.Max, condition.MaxRegression),
            Regression = evidence.Regression is null ? null : new(evidence.Baseline.NumberOrNull, evidence.Regression.Value.NumberOrNull, evidence.Regression.Value.Undefined, evidence.Regression.Interval.ToFact()),
            DecideOn = basis == Basis.Interval ? "interval" : "point",
            Level = condition.Level switch { Level.Enforce => "enforce", Level.Warn => "warn", _ => "inform" },
            Outcome = Word(outcome),
            Verdict = verdict,
            Sentence = Sentence.Of(condition, evidence, basis),
            Why = condition.Why,
            Line = condition.At.Line,
            Column = condition.At.Column,
            Rows = evidence.Rows,
            DecidedBy = evidence.DecidedBy is { } group ? group.Label + (group.ControlLevel is { } level ? $" ({level})" : "") : null,
            GroupMetric = evidence.GroupMetric,
            Groups = evidence.Groups,
        };
    }

    /// <summary>What the measurement says about the bound, and what the regression from the baseline says about its own.</summary>
    private static Outcome[] Outcomes(ConditionSpec condition, Evidence evidence, Basis basis)
    {
        Outcome bound = Decision.Judge(evidence.Measured, condition.Min, condition.Max, basis);
        return evidence.Regression is { } regression ? [bound, Decision.Judge(regression, null, condition.MaxRegression, basis)] : [bound];
    }

    private Evidence Measure(ConditionSpec condition)
    {
        (Grouping grouping, MetricFrame frame) = frames.Get(condition.By, condition.Control, condition.Confidence);
        return ComparisonWords.Of(condition) is { } comparison
            ? GroupEvidence.Measure(condition, comparison, grouping, frame)
            : OverallEvidence(condition, MetricCatalogue.Find(condition.Metric)!, frame);
    }

    private static Evidence OverallEvidence(ConditionSpec condition, Metric metric, MetricFrame frame)
    {
        string? shortfall = EvidenceFloor.Shortfall(frame.Overall, metric.Needs, condition.Evidence);
        Measurement Guarded(Func<Measurement> measure) => shortfall is null ? measure() : new(MetricValue.Missing($"too little evidence: {shortfall}"), null);
        bool paired = condition.MaxRegression is not null;
        return new Evidence
        {
            Name = metric.Name,
            IsExact = metric.IsExact,
            Measured = Guarded(() => frame.Measure(metric)),
            Regression = paired ? Guarded(() => frame.Regression(metric)) : null,
            Baseline = paired ? frame.MeasureBaseline(metric).Value : default,
            Rows = frame.Overall.Count,
        };
    }

    private static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Satisfied => "satisfied",
        Outcome.Violated => "violated",
        Outcome.Inconclusive => "inconclusive",
        Outcome.Undefined => "undefined",
        _ => "reported",
    };
}
