using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>What columns add to the candidate's output, by SHAP: in the report where the policy explains by it, and for conditions that ask
/// for it whatever the policy explains by.</summary>
internal sealed class AttributionSource : IEvidenceSource
{
    public IReadOnlyList<MetricWord> Words { get; } = [.. AttributionMetric.All.Select(metric => metric.Word),
        AttributionMetric.Gap, .. AttributionMetric.OfAgreement];

    public void Prepare(RunContext run)
    {
        if (run.IsAsked(Words)) Of(run);
    }

    public Evidence Measure(ConditionSpec condition, RunContext run)
    {
        ExplainedModel model = Of(run);
        if (condition.Metric == AttributionMetric.Gap.Name) return GapEvidence.Measure(condition, model, run);
        if (AttributionMetric.OfAgreement.Any(word => word.Name == condition.Metric))
            return AgreementEvidence.Measure(condition, model, run);
        AttributionMetric metric = AttributionMetric.All.First(metric => metric.Word.Name == condition.Metric);
        return new()
        {
            Name = metric.Word.Name,
            IsExact = metric.IsExact,
            Unit = metric.Unit,
            Parts = EvidencePart.Of(condition, confidence => metric.Measure(model, condition.Features, confidence),
                (_, _) => new(MetricValue.Missing($"{metric.Word.Name} has no better side"), null)),
            Subject = condition.Features.Count == 0 ? metric.Word.Name
                : $"{metric.Word.Name} of {string.Join(" and ", condition.Features)}",
            Rows = model.Values?.Rows ?? 0,
        };
    }

    public string Unplannable(ConditionSpec condition) => $"{condition.Metric} is measured when the model is there";

    public GateResult Report(GateResult result, RunContext run)
    {
        if (!run.IsAsked(Words) || Of(run) is not { Reason: null } model) return result;
        string[] thinned = model.IsThinned ? [$"SHAP values are those of {NumberText.Count(model.Values!.Rows)} of "
            + $"{NumberText.Count(run.Data.Test.RowCount)} test rows, drawn with the same shares of each class to bound their time; "
            + "explain.max_rows sets another number."] : [];
        AttributionFacts facts = AttributionFactsBuilder.Build(model, run.Inputs.Policy.Confidence);
        return result with
        {
            Attribution = facts with
            {
                Gaps = GapFactsBuilder.Build(model, run),
                Cohorts = CohortFactsBuilder.Build(model, run, facts),
            },
            Notes = [.. result.Notes, .. thinned, .. model.Values!.Notes],
        };
    }

    private static ExplainedModel Of(RunContext run) => run.Once(ExplainedModel.Of);
}
