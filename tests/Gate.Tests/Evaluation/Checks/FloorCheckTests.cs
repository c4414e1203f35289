using Gate.Evaluation.Planning;
using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Checks;

/// <summary>What a policy's own evidence floor leaves undefined is not let pass, and <c>gate check</c> says so before a model is
/// there. Groups a, b, c have 200, 150 and 100 rows, d has 12; of the 100 of c, 42 are positive.</summary>
public sealed class FloorCheckTests
{
    [Theory]
    [InlineData("metric: accuracy, min: 0.5, evidence: { min_count: 500 }", "462 rows, the floor is 500")]
    [InlineData("metric: true_positive_rate, min: 0.5, evidence: { min_positives: 228 }", "227 positives, the floor is 228")]
    [InlineData("metric: accuracy, by: g, compare: ratio, min: 0.5, evidence: { min_count: 151 }", "150 rows, the floor is 151")]
    [InlineData("metric: accuracy, by: g, compare: group_min, min: 0.5, evidence: { min_count: 201 }", "200 rows, the floor is 201")]
    [InlineData("metric: equalized_odds_difference, by: g, max: 0.5, evidence: { min_positives: 100 }", "66 positives, the floor is 100")]
    [InlineData("metric: accuracy, by: g, compare: each, max_regression: 0.5, evidence: { min_count: 201 }", "200 rows, the floor is 201")]
    [InlineData("metric: accuracy, where: \"g = 'd'\", min: 0.5", "12 rows, the floor is 30")]
    public void A_condition_below_the_floor_may_not_pass(string condition, string reason)
    {
        using TestRun run = Applicants.Run([$"{{ {condition}, on_undefined: pass }}"]);
        var checkedOnly = Assert.Throws<PolicyException>(() => PowerCheck.Plan(run.Inputs, run, CancellationToken.None));
        PolicyProblem problem = Assert.Single(checkedOnly.Problems);
        Assert.StartsWith("conditions[0].on_undefined: it is the policy's own evidence floor that makes '", problem.Message,
            StringComparison.Ordinal);
        Assert.Contains($"undefined ({reason}), so 'pass' would let through", problem.Message, StringComparison.Ordinal);
        Assert.Equal(problem, Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems));
        // The model was not made for nothing.
        Assert.DoesNotContain("judging conditions", run.Stages);
    }

    [Theory]
    [InlineData("metric: accuracy, min: 0.5, evidence: { min_count: 462 }, on_undefined: pass")]
    [InlineData("metric: accuracy, by: g, compare: ratio, min: 0.5, evidence: { min_count: 150 }, on_undefined: pass")]
    [InlineData("metric: accuracy, by: g, compare: group_min, min: 0.5, evidence: { min_count: 200 }, on_undefined: pass")]
    [InlineData("metric: accuracy, by: g, compare: each, max_regression: 0.5, evidence: { min_count: 200 }, on_undefined: pass")]
    [InlineData("metric: accuracy, min: 0.5, evidence: { min_count: 500 }, on_undefined: warn")]
    [InlineData("metric: accuracy, min: 0.5, evidence: { min_count: 500 }")]
    [InlineData("metric: accuracy, level: inform, evidence: { min_count: 500 }, on_undefined: pass")]
    [InlineData("metric: accuracy, where: \"g = 'z'\", min: 0.5, on_undefined: pass")]
    [InlineData("metric: model_size, max: 5, on_undefined: pass")]
    public void Any_other_may_be_checked(string condition)
    {
        using TestRun run = Applicants.Run([$"{{ {condition} }}"]);
        Assert.Single(PowerCheck.Plan(run.Inputs, run, CancellationToken.None));
    }
}
