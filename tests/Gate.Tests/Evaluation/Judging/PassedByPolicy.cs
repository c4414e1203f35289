using System.Globalization;
using Gate.Ci.Terminal;
using Gate.Evaluation.Results;
using Gate.Policy.Document;
using Gate.Reporting.Html;
using Gate.Reporting.Junit;
using Gate.Reporting.Markdown;

namespace Gate.Tests.Evaluation.Judging;

/// <summary>A condition that the policy lets pass without evidence never reads as if it had been kept to.</summary>
public sealed class PassedByPolicy
{
    private const string Words = "passed by policy, not by evidence";

    /// <summary>Rows that all carry the label 0, so that there is no true positive rate, and of which half are right.</summary>
    private static TestRun Predicted(string conditions, int rows = 100)
    {
        string csv = "y,said\n" + string.Concat(Enumerable.Range(0, rows).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 1 : 0)},{i % 2}\n")));
        return new TestRun($"""
            version: 1
            task: binary_classification
            data:
              source: d.csv
              label: y
            model:
              predictions: {"{ prediction: said }"}
            explain: false
            conditions:
            {conditions}
            """, ("d.csv", csv));
    }

    private const string Inconclusive = "  - { id: half, metric: accuracy, min: 0.5, on_inconclusive: pass }";
    private const string Undefined =
        "  - { id: none, metric: precision, where: \"said = 0\", min: 0.5, evidence: { min_predicted_positives: 0 }, on_undefined: pass }";

    [Theory]
    [InlineData(Inconclusive, "inconclusive", "on_inconclusive")]
    [InlineData(Undefined, "undefined", "on_undefined")]
    public void Is_said_in_every_output(string condition, string outcome, string key)
    {
        using TestRun run = Predicted(condition);
        GateResult result = run.Execute();
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal((outcome, "pass", key), (finding.Outcome.Word(), finding.Verdict.Word(), finding.PassedByPolicy));
        Assert.Equal(1, result.Counts.PassedByPolicy);
        Assert.Equal($"The one condition {Words}.", result.Headline);
        Assert.Contains($"Passed by policy, not by evidence ({key}: pass).", finding.Sentence, StringComparison.Ordinal);

        using var console = new StringWriter();
        FindingsTable.Write(result, console, coloured: false);
        foreach (string text in new[] { console.ToString(), HtmlReport.Render(result), MarkdownSummary.Render(result),
            JunitReport.Render(result).Split("</testcase>")[0], ResultJson.Write(result) })
            Assert.Contains("Passed by policy, not by evidence", text, StringComparison.Ordinal);
        Assert.Contains("passed by policy  ", console.ToString(), StringComparison.Ordinal);
        Assert.Contains("<span>Passed by policy</span>", HtmlReport.Render(result), StringComparison.Ordinal);
        Assert.Contains("| ℹ️ Passed by policy |", MarkdownSummary.Render(result), StringComparison.Ordinal);
        Assert.Contains($"1 {Words}", MarkdownSummary.Sections(result)[0], StringComparison.Ordinal);
        Assert.DoesNotContain("1 passed\n", MarkdownSummary.Sections(result)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Is_counted_apart_from_what_passed()
    {
        using TestRun run = Predicted("  - { metric: accuracy, min: 0.1 }\n" + Inconclusive);
        Assert.Equal($"Of 2 conditions, 1 passed, 1 {Words}.", run.Execute().Headline);
    }

    [Fact]
    public void Of_all_conditions_is_said_of_all()
    {
        using TestRun run = Predicted(Inconclusive + "\n" + Undefined);
        Assert.Equal($"Both conditions {Words}.", run.Execute().Headline);
    }

    [Theory]
    [InlineData("  - { metric: accuracy, min: 0.1, on_inconclusive: pass, on_undefined: pass }", "The one condition passed.")]
    [InlineData("  - { metric: accuracy, min: 0.5, on_inconclusive: warn }", "Of 1 condition, 1 warned.")]
    public void Is_not_said_where_the_evidence_speaks_or_nothing_passed(string condition, string headline)
    {
        using TestRun run = Predicted(condition);
        GateResult result = run.Execute();
        Assert.Null(result.Findings[0].PassedByPolicy);
        Assert.Equal(headline, result.Headline);
    }

    /// <summary>A result that was edited to hide it is refused.</summary>
    [Fact]
    public void Cannot_be_taken_out_of_a_result()
    {
        using TestRun run = Predicted(Inconclusive);
        string json = ResultJson.Write(run.Execute());
        string edited = json.Replace("\"passed_by_policy\": \"on_inconclusive\"", "\"passed_by_policy\": null", StringComparison.Ordinal)
            .Replace("\"passed_by_policy\": 1", "\"passed_by_policy\": 0", StringComparison.Ordinal);
        Assert.Contains("names no key of the policy", Assert.Throws<System.Text.Json.JsonException>(() => ResultJson.Read(edited)).Message,
            StringComparison.Ordinal);
        Assert.Throws<System.Text.Json.JsonException>(() => ResultJson.Read(json.Replace("\"outcome\": \"inconclusive\"",
            "\"outcome\": \"satisfied\"", StringComparison.Ordinal)));
    }

    /// <summary>The floor of the policy, not the data, makes these undefined.</summary>
    [Theory]
    [InlineData("    metric: accuracy\n    min: 0.5\n    evidence: { min_count: 101 }", "100 rows, the floor is 101")]
    [InlineData("    metric: recall\n    min: 0.5", "1 positive, the floor is 10")]
    [InlineData("    metric: recall\n    min: 0.5\n    level: warn", "1 positive, the floor is 10")]
    public void Is_refused_where_the_policy_says_itself_that_there_is_too_little_evidence(string condition, string reason)
    {
        using TestRun run = Predicted($"  - id: few\n{condition}\n    on_undefined: pass");
        PolicyException refused = Assert.Throws<PolicyException>(() => run.Execute());
        PolicyProblem problem = Assert.Single(refused.Problems);
        Assert.Equal("conditions[0].on_undefined", problem.Path);
        Assert.True(problem.At.Line > 11, $"line {problem.At.Line}");
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Contains("on_undefined: warn", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    on_undefined: warn")]
    [InlineData("    on_undefined: pass\n    level: inform")]
    public void Is_not_refused_where_nothing_is_let_through(string end)
    {
        using TestRun run = Predicted($"  - metric: recall\n    min: 0.5\n{end}");
        Assert.Equal(Outcome.Undefined, run.Finding().Outcome);
    }
}
