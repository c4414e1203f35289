using Gate.Evaluation.Results;

namespace Gate.Tests.Evaluation.Judging;

public class BriefTests
{
    [Theory]
    [InlineData("{ metric: accuracy, min: 0.5 }", "accuracy is 0.8074; the rule is at least 0.5.")]
    [InlineData("{ metric: selection_rate, by: g, compare: ratio, min: 0.2 }", " times as often as ")]
    [InlineData("{ metric: recall, by: g, compare: ratio, min: 0.2 }", "recall of g = b is ")]
    [InlineData("{ metric: recall, by: g, compare: difference, max: 0.9 }", " below that of g = c; the rule is at most 0.9")]
    [InlineData("{ metric: accuracy, by: g, compare: group_min, min: 0.2 }", "accuracy is lowest for g = b: ")]
    [InlineData("{ metric: accuracy, max_regression: 0.5 }",
        "accuracy is 0.0260 worse than the baseline's; the rule is at most 0.5 worse.")]
    [InlineData("{ metric: accuracy, min: 0.79 }", "which lies in the interval ")]
    public void A_finding_is_told_in_one_line_with_its_number_and_its_rule(string condition, string expected)
    {
        using TestRun run = Applicants.Run([condition]);
        Assert.Contains(expected, run.Finding().Brief);
    }

    [Fact]
    public void The_first_of_the_gravest_findings_decided_the_verdict()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.79 }", "{ id: bad, metric: accuracy, min: 0.99 }",
            "{ id: worse, metric: recall, min: 0.99 }"]);
        GateResult result = run.Execute();
        Assert.Equal(("bad", 1), (result.DecidedBy!.Condition, result.DecidedBy.Others));
        Assert.Equal(result.Findings[1].Brief, result.DecidedBy.Sentence);
        Assert.Equal(result.Findings[1].Line, result.DecidedBy.Line);
    }

    [Fact]
    public void Nothing_decided_a_pass()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.5 }"]);
        Assert.Null(run.Execute().DecidedBy);
    }

    [Fact]
    public void Units_are_told_so_that_only_numbers_of_one_share_a_scale()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.5 }", "{ metric: recall, by: g, compare: ratio, min: 0.2 }",
            "{ metric: log_loss, max: 2 }", "{ metric: treatment_equality_difference, by: g, max: 9 }"]);
        Assert.Equal(["share", "ratio", "log_loss", "treatment_ratio"], run.Execute().Findings.Select(finding => finding.Unit));
    }

    [Fact]
    public void The_result_holds_the_text_of_the_policy()
    {
        using TestRun run = Applicants.Run(["{ metric: accuracy, min: 0.5 }"]);
        Assert.StartsWith("version: 1\nname: applicants\n", run.Execute().Policy.Text, StringComparison.Ordinal);
    }
}
