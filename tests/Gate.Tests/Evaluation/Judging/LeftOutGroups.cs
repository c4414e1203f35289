using System.Globalization;
using Gate.Ci.Terminal;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Junit;
using Gate.Reporting.Markdown;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>What a group does to a verdict that is left out for too little evidence: 29 people of whom nobody is selected, beside two
/// groups of whom everybody is.</summary>
public sealed class LeftOutGroups
{
    private const string Named = "Left out for too little evidence: race = c (29 rows, the floor is 30)";

    private static TestRun Selected(string condition, int small = 29, string? weights = null)
    {
        string Row(string race, int said, int i) => string.Create(CultureInfo.InvariantCulture, $"{race},{i % 2},{said},1\n");
        string csv = "race,y,said,w\n" + string.Concat(Enumerable.Range(0, 60).Select(i => Row("a", 1, i)))
            + string.Concat(Enumerable.Range(0, 60).Select(i => Row("b", 1, i)))
            + string.Concat(Enumerable.Range(0, small).Select(i => Row("c", 0, i)));
        return new TestRun($$"""
            version: 1
            task: binary_classification
            data: { source: d.csv, label: y, sensitive: [race]{{(weights is null ? "" : $", weight: {weights}")}} }
            model: { predictions: { prediction: said } }
            explain: false
            conditions:
              - { metric: selection_rate, by: race, compare: difference, max: 0.2{{condition}} }
            """, ("d.csv", csv));
    }

    /// <summary>The whole table of on_excluded and level.</summary>
    [Theory]
    [InlineData("", "warn")]
    [InlineData(", on_excluded: pass", "pass")]
    [InlineData(", on_excluded: warn", "warn")]
    [InlineData(", on_excluded: inconclusive", "inconclusive")]
    [InlineData(", on_excluded: fail", "fail")]
    [InlineData(", level: warn", "warn")]
    [InlineData(", level: warn, on_excluded: fail", "warn")]
    [InlineData(", level: warn, on_excluded: pass", "pass")]
    [InlineData(", level: inform, on_excluded: fail", "inform")]
    public void Keep_a_comparison_from_a_clean_pass_unless_the_policy_says_so(string key, string verdict)
    {
        using TestRun run = Selected(key);
        Finding finding = run.Finding();
        Assert.Equal(verdict, finding.Verdict.Word());
        Assert.Equal(Outcome.Satisfied, finding.Outcome);
        Assert.Contains(Named, finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_thirty_people_nobody_is_left_out_and_the_comparison_fails()
    {
        using TestRun run = Selected("", small: 30);
        Assert.Equal(Verdict.Fail, run.Finding().Verdict);
    }

    [Fact]
    public void Never_make_a_failure_milder()
    {
        using TestRun run = Selected(", on_excluded: pass, min: 0.1");
        Assert.Equal(Verdict.Fail, run.Finding().Verdict);
    }

    /// <summary>Named where the verdict is, also where the policy lets it pass.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(", on_excluded: pass")]
    public void Are_named_with_their_count_in_every_output(string key)
    {
        using TestRun run = Selected(key);
        GateResult result = run.Execute();
        Assert.Contains(Named, result.Headline, StringComparison.Ordinal);
        using var console = new StringWriter();
        FindingsTable.Write(result, console, coloured: false);
        Assert.Contains(Named, console.ToString().Split("Verdict: ")[1], StringComparison.Ordinal);
        Assert.Contains(Named, HtmlReport.Render(result).Split("class=\"headline\"")[1].Split("</p>")[0], StringComparison.Ordinal);
        Assert.Contains(Named, MarkdownSummary.Sections(result)[0], StringComparison.Ordinal);
        string junit = JunitReport.Render(result);
        Assert.Contains(Named, junit.Split("<testcase")[1].Split("</testcase>")[0], StringComparison.Ordinal);
        Assert.Contains(Named, junit.Split("</testcase>")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_condition_that_only_reports_are_not_in_the_headline()
    {
        using TestRun run = Selected(", level: inform");
        Assert.DoesNotContain("Left out", run.Execute().Headline, StringComparison.Ordinal);
    }

    /// <summary>A bound that is kept and a group that fails the run is an error of evidence, no failure of the bound.</summary>
    [Fact]
    public void That_fail_a_run_are_an_error_in_JUnit_and_the_result_can_be_read_again()
    {
        using TestRun run = Selected(", on_excluded: fail");
        GateResult result = run.Execute();
        Assert.Contains("type=\"left_out\"", JunitReport.Render(result), StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, ResultJson.Read(ResultJson.Write(result)).Verdict);
    }

    [Fact]
    public void Weights_that_are_all_alike_leave_nobody_out()
    {
        using TestRun run = Selected("", small: 30, weights: "w");
        Finding finding = run.Finding();
        Assert.All(finding.Groups, group => Assert.Null(group.Excluded));
        Assert.Equal(30, finding.Groups[2].EffectiveCount);
    }
}
