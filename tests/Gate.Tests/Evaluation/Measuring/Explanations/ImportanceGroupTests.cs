using Gate.Evaluation.Results;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Measuring.Explanations;

/// <summary>Columns that are shuffled together because the policy names them so.</summary>
public sealed class ImportanceGroupTests
{
    private static TestRun Run(string explain) => new($$"""
        version: 1
        name: groups
        task: regression
        data: { source: d.csv, label: y, split: { test: 0.5 } }
        model: { train: { algorithm: linear_regression } }
        explain: { {{explain}} }
        conditions: [{ metric: r2, min: 0.1 }]
        """, ("d.csv", "a,b,c,y\n" + string.Concat(Enumerable.Range(0, 200).Select(i =>
        $"{i * 37 % 101},{i * 37 % 101 + i % 3},{i * 53 % 97},{2 * (i * 37 % 101) + i * 53 % 97 + i % 7}\n"))));

    [Fact]
    public void They_stand_among_the_columns_with_the_interval_over_shuffles()
    {
        using TestRun run = Run("groups: { both: [a, b], rest: [c, b] }, repeats: 4");
        ImportanceFacts facts = run.Execute().Importance!;
        Assert.Equal(["a", "b", "both", "c", "rest"], facts.Features.Select(one => one.Feature).Order(StringComparer.Ordinal));
        ImportanceFact both = facts.Features.Single(one => one.Feature == "both");
        Assert.Equal(["a", "b"], both.Columns);
        Assert.Equal((0.95, "student_t_of_shuffles"), (both.Interval!.Confidence, both.Interval.Method));
        Assert.InRange(both.Mean, both.Interval.Low, both.Interval.High);
        using TestRun once = Run("repeats: 1");
        Assert.All(once.Execute().Importance!.Features, one => Assert.Null(one.Interval));
    }

    [Theory]
    [InlineData("groups: { both: [a, bb] }", "explain.groups.both: 'bb' is not a column of the data; did you mean 'b'?")]
    [InlineData("groups: { c: [a, b] }", "explain.groups.c: 'c' is a column of the data; give the group another name")]
    [InlineData("groups: { both: [a, a] }", "explain.groups.both: a column is named twice")]
    [InlineData("groups: { both: [a, b] }, method: shap", "has no meaning for 'method: shap'; remove it")]
    [InlineData("groups: { both: [a] }", "expected")]
    public void What_is_no_group_is_refused(string explain, string said)
    {
        using TestRun run = Run(explain);
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.Equal(6, problem.At.Line);
    }
}
