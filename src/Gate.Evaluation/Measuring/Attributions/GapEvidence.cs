using Gate.Evaluation.Measuring.Frames;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Wording;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>Measures how far apart groups are in what columns add.</summary>
internal static class GapEvidence
{
    public static Evidence Measure(ConditionSpec condition, ExplainedModel model, RunContext run)
    {
        string name = AttributionMetric.Gap.Name;
        Evidence Undefined(string reason) => new()
        {
            Name = name, Unit = name, Subject = Subject(condition), Parts = Evidence.Undefined(condition, reason), Rows = 0,
        };
        if (model.UnknownOf(condition.Features) is { } unknown) return Undefined(unknown);
        if (model.ColumnsOf(condition.Features) is []) return Unread(condition, model);
        int[]? rows = condition.Where is null ? null : AttributionFrames.InSlice(model, condition.Where);
        if (rows is { Length: 0 }) return Undefined("no explained row is in the slice");
        string[] outputs = [.. model.Values!.Outputs];
        if (condition.Class is { } named)
            return Array.IndexOf(outputs, named) is >= 0 and int own ? OfOutput(condition, model, rows, own, run)
                : Undefined($"training had no row of the class {Shown.Of(named)}, so the model has no output for it");
        return outputs.Length == 1 ? OfOutput(condition, model, rows, 0, run)
            : WorstClass.Of(condition, [.. outputs.Select((_, output) => OfOutput(condition, model, rows, output, run))], outputs,
                Subject(condition), isLargest: true);
    }

    private static Evidence OfOutput(ConditionSpec condition, ExplainedModel model, int[]? rows, int output, RunContext run)
    {
        string name = AttributionMetric.Gap.Name;
        (Sample? baseline, string? without) = Baseline(condition, model, rows, output, run);
        Grouping grouping = AttributionFrames.Groups(model, condition.By, condition.Control, rows);
        Sample sample = AttributionFrames.Sample(model, model.ColumnsOf(condition.Features), rows, output);
        MetricFrame frame = MetricFrame.Gather(sample, grouping, run.Frames with { IsSameModel = run.Candidate.IsSameAs(run.Baseline) },
            baseline, run.Cancel);
        FrameEvidence found = GroupEvidence.Measure(without is null ? condition : Unpaired(condition), name, Comparison(condition),
            grouping, frame, new(frame.Overall, frame.Groups)) with { GroupMetric = "mean_attribution", Unit = model.Unit };
        Measurement Missing(RegressionScale scale, double confidence) => new(MetricValue.Missing(without!), null);
        return found.Told(condition) with
        {
            Subject = Subject(condition),
            Brief = Brief(condition, found),
            Parts = without is null ? found.Parts : [.. found.Parts, .. EvidencePart.Regressions(condition, Missing)],
        };
    }

    /// <summary>What the model does not read adds nothing to any group.</summary>
    private static Evidence Unread(ConditionSpec condition, ExplainedModel model)
    {
        Measurement none = new(MetricValue.Of(0), null) { IsCertain = true, NoInterval = "the model does not read "
            + string.Join(" and ", condition.Features) };
        return new()
        {
            Name = AttributionMetric.Gap.Name, Unit = model.Unit, Subject = Subject(condition), Rows = model.Values!.Rows,
            Parts = EvidencePart.Of(condition, _ => none, (_, _) => new(MetricValue.Missing("the model does not read these columns, so "
                + "there is nothing to compare"), null)),
        };
    }

    private static Comparison Comparison(ConditionSpec condition) =>
        ComparisonWords.Completed(new(AttributionMetric.Gap.Name, CompareKind.Difference, [AttributionFrames.Mean]), condition);

    private static ConditionSpec Unpaired(ConditionSpec condition) =>
        condition with { MaxRegression = null, MaxRelativeRegression = null };

    private static string Subject(ConditionSpec condition) => $"attribution_gap of {string.Join(" and ", condition.Features)} by "
        + string.Join(" and ", condition.By) + (condition.Class is { } name ? $" for {name}" : "");

    private static string? Brief(ConditionSpec condition, FrameEvidence found) => !found.Measured.Value.IsDefined
        || found.Lowest is not { } low || found.Highest is not { } high ? null
        : $"{string.Join(" and ", condition.Features)} {(condition.Features.Count == 1 ? "puts" : "put")} "
            + $"{GroupEvidence.Named(condition.By, low.Key)} below {GroupEvidence.Named(condition.By, high.Key)} by "
            + NumberText.Estimate(found.Measured.Value.Number, found.Measured.Interval.ToFact());

    /// <summary>The same columns of the baseline on the same rows where the condition compares with it; or why that cannot be.</summary>
    private static (Sample? Sample, string? Without) Baseline(ConditionSpec condition, ExplainedModel model, int[]? rows, int output,
        RunContext run)
    {
        if (condition is { MaxRegression: null, MaxRelativeRegression: null }) return (null, null);
        ExplainedModel baseline = ExplainedBaseline.Of(run).Model;
        if (baseline.Reason is { } reason) return (null, reason);
        if (baseline.Values!.Output != model.Values!.Output)
            return (null, "the margin of one model and the score of the other are not to be compared");
        int theirs = baseline.Values.Outputs.ToList().IndexOf(model.Values.Outputs[output]);
        return theirs < 0 ? (null, $"the baseline has no output for {model.Values.Outputs[output]}")
            : (AttributionFrames.Sample(baseline, baseline.ColumnsOf(condition.Features), rows, theirs), null);
    }
}
