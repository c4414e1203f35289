using Gate.Data;
using Gate.Evaluation.Measuring.WhatIf;
using Gate.Evaluation.Results;
using Gate.Explain.Counterfactuals;
using Gate.Explain.Dependence;
using Gate.Models;
using Gate.Policy.Document;
using Gate.Policy.Vocabulary;

namespace Gate.Evaluation.Measuring.Counterfactuals;

/// <summary>What would have to be otherwise for the decision to flip, from the middle of all rows and of groups; in the report where the
/// policy explains by SHAP.</summary>
internal sealed class CounterfactualSource : IEvidenceSource
{
    private const int Points = 25, MostRows = 5_000;

    public IReadOnlyList<MetricWord> Words => [];

    public Evidence Measure(ConditionSpec condition, RunContext run) =>
        throw new NotSupportedException($"no condition asks for '{condition.Metric}'");

    public GateResult Report(GateResult result, RunContext run)
    {
        if (run.Inputs.Policy.Explain is not { IsShap: true } spec || run.Candidate.Model is not
            { Task: TaskType.BinaryClassification, Features.Count: > 0 } model || run.Data.Test.RowCount == 0) return result;
        run.Progress.Begin("looking for counterfactuals");
        if (AllowedValues.Wrong(spec, run.Data.Test).ToArray() is { Length: > 0 } wrong)
            throw new PolicyException(run.Inputs.PolicyPath, wrong);
        // A sensitive column that is a feature cannot be asked to change.
        string[] fixedOnes = [.. spec.Immutable.Concat(run.Inputs.Policy.Data.Sensitive.Select(sensitive => sensitive.Column)).Distinct()
            .Where(model.Features.Contains)];
        FeatureGrid[] allowed = [.. (model is IUsesFeatures knows ? knows.UsedFeatures : model.Features).Except(fixedOnes)
            .Select(name => Values(run.Data.Test[name])).OfType<FeatureGrid>()
            .Select(grid => spec.Allowed.TryGetValue(grid.Feature, out IReadOnlyList<string>? values)
                ? AllowedValues.Within(grid, values) : grid).OfType<FeatureGrid>()];
        StartRows starts = StartRows.Of(run, model.Features);
        double[] scores = model.Score(starts.Table, run.Cancel);
        string Decided(double score) => model.Classes[score >= run.Candidate.Threshold ? 1 : 0];
        CounterfactualFact Fact(int start)
        {
            Table row = starts.Table.Take([start]);
            Counterfactual? found = NearestChange.Find(model, row, run.Candidate.Threshold, allowed, run.Cancel);
            return new(starts.Names[start], starts.Counts[start], scores[start], Decided(scores[start]), found?.Score,
                found is null ? null : Decided(found.Score), [.. (found?.Changes ?? []).Select(change => new ChangeFact(change.Feature,
                    Text(row[change.Feature]), allowed.Single(grid => grid.Feature == change.Feature).Labels[change.Point]))]);
        }
        return result with
        {
            Counterfactuals = new(fixedOnes, [.. Enumerable.Range(0, starts.Names.Count).Select(Fact)])
            {
                Allowed = [.. spec.Allowed.Where(pair => model.Features.Contains(pair.Key)).Select(pair => new NamedText(pair.Key,
                    run.Data.Test[pair.Key] is NumericColumn { Type: not ColumnType.Boolean } ? string.Join(" to ", pair.Value)
                    : string.Join(", ", pair.Value)))],
            },
        };
    }

    /// <summary>Values that test rows have; null where they have none.</summary>
    private static FeatureGrid? Values(Column column)
    {
        if (EvenRows.Of(column.Count, MostRows) is { } some) column = column.Take(some);
        bool any = column is NumericColumn number ? number.Values.Any(double.IsFinite)
            : ((CategoryColumn)column).Codes.Any(code => code >= 0);
        return any ? FeatureGrid.Observed(column, Points) : null;
    }

    private static string Text(Column one) => one switch
    {
        NumericColumn { Values: [var value] } number when double.IsFinite(value) => number.Text(value),
        CategoryColumn { Codes: [>= 0 and var code] } category => category.Categories[code],
        _ => Explain.Slices.SliceColumns.Missing,
    };
}
