using Gate.Evaluation.Results;

namespace Gate.Evaluation.Measuring.Attributions;

/// <summary>What columns add in each cohort that the policy names, over its explained rows.</summary>
internal static class CohortFactsBuilder
{
    /// <summary>The cohorts, with columns in the order of the facts.</summary>
    public static IReadOnlyList<CohortFact> Build(ExplainedModel model, RunContext run, AttributionFacts facts)
    {
        if (run.Inputs.Policy.Explain is not { Cohorts: { Count: > 0 } cohorts }) return [];
        int[] order = model.ColumnsOf([.. facts.Features.Select(feature => feature.Feature)]);
        bool isOne = model.Values!.Outputs.Count == 1;
        return [.. cohorts.Select(cohort =>
        {
            HashSet<int> inside = [.. run.Data.Slices[cohort.Value]];
            int[] rows = [.. Enumerable.Range(0, model.Values.Rows).Where(i => inside.Contains(model.Rows?[i] ?? i))];
            return new CohortFact(cohort.Key, cohort.Value, rows.Length,
                rows.Length == 0 ? [] : [.. order.Select(feature => model.Found!.MeanAbsolute(feature, rows))],
                rows.Length == 0 || !isOne ? [] : [.. order.Select(feature => model.Found!.Mean(feature, 0, rows))]);
        })];
    }
}
