using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>Of a comparison, the policy's floor is to blame only where it leaves fewer groups than the comparison needs.</summary>
public sealed class FloorsOfComparisons
{
    private const string Precision = "metric: precision, evidence: { min_predicted_positives: 0 }";

    /// <summary>Groups of so many rows each; half of the labels are 1 and nobody is selected, so that precision and ratios of selection
    /// rates are undefined.</summary>
    private static TestRun NobodySelected(string condition, params int[] groups)
    {
        string csv = "y,p,g\n" + string.Concat(groups.SelectMany((rows, g) => Enumerable.Range(0, rows).Select(i => $"{i % 2},0,g{g}\n")));
        return new($$"""
            version: 1
            name: floors
            task: binary_classification
            data: { source: d.csv, label: y, positive: 1, sensitive: [g] }
            model: { predictions: { prediction: p } }
            conditions:
              - { {{condition}}, by: g, on_undefined: pass, on_excluded: pass }
            """, ("d.csv", csv));
    }

    [Theory]
    [InlineData("metric: selection_rate, compare: ratio, min: 0.8", new[] { 40, 40, 2 })]
    [InlineData("metric: selection_rate, compare: ratio, min: 0.8", new[] { 40, 40, 40, 2 })]
    [InlineData(Precision + ", compare: group_min, min: 0.8", new[] { 40, 2 })]
    [InlineData(Precision + ", compare: difference, method: to_overall, max: 0.8", new[] { 40, 2 })]
    public void Enough_groups_without_a_value_are_the_datas_doing(string condition, int[] groups)
    {
        using TestRun run = NobodySelected(condition, groups);
        Finding finding = run.Finding();
        Assert.Equal((Outcome.Undefined, "on_undefined"), (finding.Outcome, finding.PassedByPolicy));
    }

    [Theory]
    [InlineData("metric: selection_rate, compare: ratio, min: 0.8", new[] { 40, 2 })]
    [InlineData("metric: selection_rate, compare: ratio, min: 0.8", new[] { 2, 40 })]
    [InlineData("metric: selection_rate, compare: group_min, min: 0.8", new[] { 2, 3 })]
    [InlineData("metric: selection_rate, compare: difference, method: to_overall, max: 0.8", new[] { 2, 2 })]
    public void Too_few_groups_are_the_floors_doing(string condition, int[] groups)
    {
        using TestRun run = NobodySelected(condition, groups);
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Contains("it is the policy's own evidence floor", problem.Message, StringComparison.Ordinal);
        Assert.Contains("2 rows, the floor is 30", problem.Message, StringComparison.Ordinal);
    }
}
