using Gate.Policy.Document;

namespace Gate.Tests.Evaluation.Checks;

/// <summary>A disparity with a sign is held against both sides, unless it is of one group against one reference.</summary>
public sealed class SignedBoundsTests
{
    [Theory]
    [InlineData("metric: difference_in_accuracy, max: 0.1", false)]
    [InlineData("metric: difference_in_accuracy, min: -0.1", false)]
    [InlineData("metric: difference_in_accuracy, min: -0.1, max: 0.1", true)]
    [InlineData("metric: difference_in_accuracy, min: -0.1, max: 0.11", true)]
    [InlineData("metric: difference_in_accuracy, min: -0.1, max: 0.12", false)]
    [InlineData("metric: difference_in_accuracy, level: inform", true)]
    [InlineData("metric: disparate_impact, min: 0.8, max: 1.25", true)]
    [InlineData("metric: disparate_impact, min: 0.8, max: 1.2", false)]
    [InlineData("metric: disparate_impact, min: 0.8", false)]
    [InlineData("metric: accuracy_parity_difference, max: 0.1", true)]
    [InlineData("metric: difference_in_accuracy, max: 0.1, method: to_reference", false)]
    [InlineData("metric: difference_in_accuracy, max: 0.1, method: to_reference, where: \"g IN ('a', 'b')\"", true)]
    [InlineData("metric: difference_in_accuracy, max: 0.1, method: to_reference, where: g <> 'd'", false)]
    [InlineData("metric: difference_in_accuracy, max: 0.1, where: \"g IN ('a', 'b')\"", false)]
    public void One_side_is_enough_only_for_one_comparison(string condition, bool accepted)
    {
        using TestRun run = Applicants.Run([$"{{ {condition}, by: g }}"]);
        if (accepted) run.Execute();
        else Assert.Contains("has a sign and the value farthest from", Assert.Throws<PolicyException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("metric: difference_in_accuracy, max: 0.1", "conditions[0].max", "0 decides", "one minus the other (-0.1 and 0.1)")]
    [InlineData("metric: disparate_impact, min: 0.8", "conditions[0].min", "1 decides", "one the inverse of the other (0.8 and 1.25)")]
    public void The_remedy_is_that_of_a_difference_or_a_ratio(string condition, string path, string from, string remedy)
    {
        using TestRun run = Applicants.Run([$"{{ {condition}, by: g }}"]);
        PolicyProblem problem = Assert.Single(Assert.Throws<PolicyException>(() => run.Execute()).Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains($"the value farthest from {from}", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"give min and max, {remedy}", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_all_conditions_are_told_in_the_order_of_their_places()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, by: g, compare: ratio, method: to_reference, reference: z, min: 0.1 }",
            "{ metric: disparate_impact, by: g, min: 0.8, method: to_reference, reference: y }"]);
        PolicyProblem[] problems = [.. Assert.Throws<PolicyException>(() => run.Execute()).Problems];
        Assert.Equal(["conditions[0].reference", "conditions[1].min", "conditions[1].reference"], problems.Select(problem => problem.Path));
        Assert.True(problems.Zip(problems.Skip(1)).All(two => (two.First.At.Line, two.First.At.Column).CompareTo(
            (two.Second.At.Line, two.Second.At.Column)) < 0));
        Assert.EndsWith("'z' is no group of the measured rows by g; there are: a, b, c, d", problems[0].Message, StringComparison.Ordinal);
    }
}
