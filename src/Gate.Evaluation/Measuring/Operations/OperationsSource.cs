using Gate.Evaluation.Candidates;
using Gate.Evaluation.Datasets;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models.Serialization;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Operations;

/// <summary>What it costs to have the model: its size, the time to train it and the time to score a row.</summary>
internal sealed class OperationsSource : IEvidenceSource
{
    public IReadOnlyList<MetricWord> Words { get; } = [.. OperationMetric.All.Select(metric => metric.Word)];

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        OperationMetric metric = OperationMetric.All.First(metric => metric.Word.Name == condition.Metric);
        Measurement Of(Candidate model, double confidence) => metric.Measure(new(model, run), confidence);
        return new()
        {
            Name = metric.Word.Name,
            IsExact = metric.IsExact,
            Unit = metric.Unit,
            Parts = EvidencePart.Of(condition,
                confidence => Of(run.Candidate, confidence),
                (scale, confidence) => OperationRegression.Of(level => Of(run.Candidate, level), level => Of(run.Baseline!, level), scale,
                    confidence)),
            Baseline = run.Baseline is null ? null : Of(run.Baseline, condition.Confidence).Value,
            Subject = $"{metric.Word.Name} (in {metric.Unit})",
            Rows = 0,
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{condition.Metric} is measured when the model is there";

    /// <summary>What the candidate cost in this run, measured on the way and not again.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="data">The data that it scored.</param>
    public static OperationalFacts Facts(Candidate candidate, Dataset data)
    {
        int rows = candidate.Model is null ? 0 : data.Test.RowCount;
        return new(rows == 0 ? null : candidate.ScoringSeconds / rows, (candidate.Model as IDigestedModel)?.Size, candidate.TrainingSeconds,
            rows) { Trials = candidate.TrialTimes };
    }

    public GateResult Report(GateResult result, RunContext run)
    {
        string[] timed = [.. result.Findings.Where(finding => OperationMetric.All.Any(metric => metric.IsTime
            && metric.Word.Name == finding.Metric)).Select(finding => $"'{finding.Id}'")];
        return timed.Length == 0 ? result : result with
        {
            Notes = [.. result.Notes, $"{string.Join(", ", timed)} {(timed.Length == 1 ? "was" : "were")} decided on "
                + $"times measured in this "
                + "run, on this machine: another run measures others, so its result differs."],
        };
    }
}
