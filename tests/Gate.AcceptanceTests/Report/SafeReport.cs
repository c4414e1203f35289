using Gate.Evaluation.Results;
using Gate.Tests.Reporting.Samples;

namespace Gate.AcceptanceTests.Report;

[Collection(SharedBrowser.Name)]
public class SafeReport(Browser browser)
{
    [SkippableFact]
    public async Task The_browser_has_nothing_to_complain_about_and_no_network_is_used()
    {
        foreach (GateResult result in (GateResult[])[SampleResults.Mortgage(), SampleResults.Diabetes(), SampleResults.Wine(),
            SampleResults.SixtyGroups(), SampleResults.Minimal()])
        {
            await using OpenReport report = await OpenReport.Open(browser, result);
            await report.Use();
            Assert.Empty(report.Complaints);
            Assert.Empty(report.Requests);
        }
    }

    [SkippableFact]
    public async Task Names_that_attack_the_page_run_nothing_and_show_as_text()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Attacked());
        await report.Use();
        Assert.Empty(report.Complaints);
        Assert.Empty(report.Requests);
        Assert.Equal("undefined", await report.Page.EvaluateAsync<string>("() => typeof window.__pwned"));
        Assert.Equal(0, await report.Page.Locator("img").CountAsync());
        Assert.Equal(SampleResults.Hostile + "four-fifths", await report.Text("article:nth-of-type(2) h3 .id"));
        Assert.Contains("</script><img", await report.Page.Locator("article:nth-of-type(2) .groups svg.plot").First.TextContentAsync());
        Assert.Contains(SampleResults.Hostile + "all rows", await report.Text("#curves .legend"));
    }

    [SkippableFact]
    public async Task A_page_with_a_template_of_ones_own_shows_Gates_verdict_first_and_draws_its_charts()
    {
        string page = Gate.Reporting.Html.HtmlReport.Render(SampleResults.Attacked(),
            "<h2>{{ policy.name }}</h2>{{ include \"groups\" }}{{ include \"importance\" }}");
        await using OpenReport report = await OpenReport.Open(browser, page, grouped: true);
        await report.Unfold();
        Assert.Equal("", await report.Violations());
        await report.Use();
        Assert.Empty(report.Complaints);
        Assert.Empty(report.Requests);
        Assert.Equal("undefined", await report.Page.EvaluateAsync<string>("() => typeof window.__pwned"));
        Assert.Equal("Fail", await report.Text("#verdict .word"));
        Assert.True(await report.Page.EvaluateAsync<bool>("() => document.getElementById('verdict').getBoundingClientRect().bottom <= "
            + "document.getElementById('custom').getBoundingClientRect().top"));
        Assert.True(await report.Page.Locator("#importance svg.plot").CountAsync() > 0);
    }

    [SkippableFact]
    public async Task A_script_that_is_not_the_reports_own_is_refused()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Minimal());
        await report.Page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.__pwned = 1'; "
            + "document.body.append(s); }");
        Assert.Equal("undefined", await report.Page.EvaluateAsync<string>("() => typeof window.__pwned"));
        Assert.Contains(report.Complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }
}
