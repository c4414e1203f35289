using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>What the sentence of a finding says of its family.</summary>
public sealed class FamilySentenceTests
{
    private static string[] Said(string method, params string[] conditions)
    {
        using TestRun run = Applicants.Run(conditions.Select(condition => $"{{ {condition}, family: f }}"),
            $"families: {{ f: {{ method: {method} }} }}");
        return [.. run.Execute().Findings
            .Select(finding => finding.Sentence[finding.Sentence.IndexOf("in all.", StringComparison.Ordinal)..]
                .Split(" At these values")[0])];
    }

    [Fact]
    public void One_condition_is_tested_alone() => Assert.Equal(
        ["in all. In the family f (Holm, 1 condition tested) its p-value of 0.001 becomes 0.001."],
        Said("holm", "metric: accuracy, min: 0.74"));

    [Fact]
    public void What_is_certain_alone_and_not_among_several_is_not_decided() => Assert.Equal(
        ["in all. In the family f (Holm, 2 conditions tested) its p-value of 0.0402 becomes 0.0803, above 0.05: what the interval says "
            + "alone (satisfied) is not certain enough among so many, so it is not decided.",
            "in all. In the family f (Holm, 2 conditions tested) its p-value of 0.6925 becomes 0.6925."],
        Said("holm", "metric: accuracy, min: 0.767", "metric: accuracy, min: 0.8"));

    [Fact]
    public void What_is_not_tested_says_why() => Assert.Equal(
        ["in all. It takes no part in the family f (Benjamini–Hochberg, 1 condition tested), because it is decided on the estimate "
            + "alone.",
            "in all. In the family f (Benjamini–Hochberg, 1 condition tested) its p-value of below 0.0001 becomes below 0.0001.",
            "in all. It takes no part in the family f (Benjamini–Hochberg, 1 condition tested), because a plain count is certain."],
        Said("benjamini_hochberg", "metric: accuracy, min: 0.7, decide_on: point", "metric: accuracy, min: 0.6",
            "metric: count, min: 400"));
}
