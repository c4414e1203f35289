using Gate.Evaluation.Results;
using Gate.Reporting;
using Gate.Reporting.Html;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class UserTemplateTests
{
    [Fact]
    public void It_sees_the_model_the_result_and_the_partials()
    {
        string page = HtmlReport.Render(SampleResults.Mortgage(),
            "<html><head>{{> head}}</head><body>{{result.policy.name}}: {{verdict.word}}{{#each findings}} {{id}}={{estimate}}{{/each}}{{> "
            + "waivers}}</body></html>");
        Assert.Contains("mortgage: Fail accuracy-regression=0.8411 four-fifths=0.7149", page);
        Assert.Contains("<title>Fail: Mortgage approvals, Boston 1990</title>", page);
        Assert.Contains("id=\"waivers\"", page);
    }

    [Fact]
    public void Text_is_escaped_by_default() =>
        Assert.Equal("<p>&lt;/script&gt;&lt;img src=x onerror=&quot;window.__pwned=1;alert(1)&quot;&gt;mortgage</p>",
            HtmlReport.Render(SampleResults.Attacked(), "<p>{{policy.name}}</p>"));

    [Fact]
    public void It_may_bring_styles_but_no_script()
    {
        string policy = Pages.Policy(HtmlReport.Render(SampleResults.Minimal(), "{{> head}}"));
        Assert.Contains("style-src 'unsafe-inline'", policy);
        Assert.Contains("script-src 'sha256-", policy);
    }

    [Theory]
    [InlineData("{{#each findings}}")]
    [InlineData("{{> no_such_partial}}")]
    [InlineData("{{#if}}{{/unless}}")]
    [InlineData("{{verdict")]
    public void What_is_no_template_is_reported(string template)
    {
        var error = Assert.Throws<ReportException>(() => HtmlReport.Render(SampleResults.Minimal(), template));
        Assert.StartsWith("report.template", error.Message);
        Assert.Contains("partials are app, conditions", error.Message);
    }

    [Fact]
    public void It_reaches_no_code_and_no_files()
    {
        string page = HtmlReport.Render(SampleResults.Minimal(),
            "[{{policy.GetType}}{{policy.Count}}{{result.Keys}}{{this.Comparer}}{{policy.name.Length}}]");
        Assert.DoesNotContain("System", page);
        Assert.Throws<ReportException>(() => HtmlReport.Render(SampleResults.Minimal(), "{{> /etc/passwd}}"));
    }

    [Fact]
    public void Loops_inside_loops_stop_at_a_limit()
    {
        string template = string.Concat(Enumerable.Repeat("{{#each @root.result.findings}}", 9)) + new string('x', 1000)
            + string.Concat(Enumerable.Repeat("{{/each}}", 9));
        GateResult result = SampleResults.Mortgage();
        var error = Assert.Throws<ReportException>(() => HtmlReport.Render(result, template));
        Assert.Contains("repeats too much", error.Message);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        string deep = string.Concat(Enumerable.Repeat("{{#if title}}", 5000)) + string.Concat(Enumerable.Repeat("{{/if}}", 5000));
        Assert.Contains("deep", Assert.Throws<ReportException>(() => HtmlReport.Render(SampleResults.Minimal(), deep)).Message);
    }

    [Fact]
    public void Size_is_bounded() =>
        Assert.Contains("characters",
            Assert.Throws<ReportException>(() => HtmlReport.Render(SampleResults.Minimal(), new string('x', 500_001))).Message);

    [Fact]
    public void A_partial_that_calls_itself_ends_in_an_error() =>
        Assert.Throws<ReportException>(
            () => HtmlReport.Render(SampleResults.Minimal(), "{{#*inline \"again\"}}x{{> again}}{{/inline}}{{> again}}"));
}
