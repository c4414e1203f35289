using System.Text.RegularExpressions;
using Gate.Evaluation.Results;
using Gate.Tests.Reporting.Samples;
using Microsoft.Playwright;

namespace Gate.AcceptanceTests.Report;

[Collection(SharedBrowser.Name)]
public class ReadableReport(Browser browser)
{
    [SkippableFact]
    public async Task Without_JavaScript_the_verdict_and_all_findings_are_there()
    {
        GateResult result = SampleResults.Mortgage();
        await using OpenReport report = await OpenReport.Open(browser, result, script: false);
        Assert.True(await report.Page.GetByRole(AriaRole.Heading, new() { Name = "Fail Mortgage approvals, Boston 1990" })
            .IsVisibleAsync());
        foreach (Finding finding in result.Findings)
            Assert.True(await report.Page.GetByText(finding.Sentence, new() { Exact = true }).IsVisibleAsync(), finding.Id);
        Assert.False(await report.Page.Locator("#theme").IsVisibleAsync());
        Assert.False(await report.Page.Locator("#curves").IsVisibleAsync());
        await report.Page.Locator("#conditions summary").First.ClickAsync();
        Assert.True(await report.Page.GetByRole(AriaRole.Rowheader, new() { Name = "(missing)" }).First.IsVisibleAsync());
    }

    [SkippableFact]
    public async Task The_worst_finding_comes_first()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        IReadOnlyList<string> words = await report.Page.Locator("article.finding h3 .pill").AllInnerTextsAsync();
        Assert.Equal(["Fail", "Fail", "Inconclusive", "Warning", "Warning", "Pass", "Pass", "Pass", "Reported"],
            words.Select(word => word.Trim()));
    }

    [SkippableFact]
    public async Task Every_chart_is_drawn_and_has_a_name()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        foreach (string section in (string[])["#condition-2", "#condition-4", "#groups", "#confusion", "#curves", "#importance"])
            Assert.True(await report.Page.Locator($"{section} svg.plot[role=img]").CountAsync() > 0, section);
        Assert.Equal(4, await report.Page.Locator("#curves svg.plot").CountAsync());
        Assert.Equal(2, await report.Page.Locator("#condition-4 svg.plot").CountAsync());
        string[] names = await report.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('svg.plot')].map(s => s.getAttribute('aria-label') ?? '')");
        Assert.All(names, name => Assert.NotEmpty(name));
    }

    [SkippableFact]
    public async Task The_explorer_shows_the_chosen_metric_and_columns()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        await report.Page.Locator("#groups select").Nth(0).SelectOptionAsync("ROC AUC");
        await report.Page.Locator("#groups select").Nth(1).SelectOptionAsync("afam × sex");
        Assert.Equal("ROC AUC by afam × sex", await report.Text("#groups figcaption >> nth=0"));
        // The chart is drawn after the caption: waited for and not read at once.
        await Assertions.Expect(report.Page.Locator("#groups svg.plot").First).ToHaveAttributeAsync("aria-label", new Regex("4 groups"));
    }

    [SkippableFact]
    public async Task The_app_writes_numbers_as_the_page_does()
    {
        GateResult result = SampleResults.Mortgage();
        await using OpenReport report = await OpenReport.Open(browser, result);
        await report.Page.GetByText("Accuracy by afam as a table", new() { Exact = true }).ClickAsync();
        string row = await report.Page.Locator("#groups .panel tbody tr").First.InnerTextAsync();
        MetricFact fact = result.Frames[0].Groups[0].Metrics[0];
        Assert.Equal(["no", "634", NumberText.Estimate(fact.Estimate, fact.Interval), NumberText.Interval(fact.Estimate, fact.Interval)],
            row.Split('\t').Take(4));
    }

    [SkippableFact]
    public async Task On_paper_everything_is_unfolded_and_light_and_controls_are_gone()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage(), ColorScheme.Dark);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(255, 255, 255)",
            await report.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.False(await report.Page.Locator("#theme").IsVisibleAsync());
        Assert.False(await report.Page.Locator("nav.sections").IsVisibleAsync());
        Assert.True(await report.Page.GetByRole(AriaRole.Cell, new() { Name = "not judged: 14 rows, the floor is 30" }).IsVisibleAsync());
        Assert.NotEmpty(await report.Page.PdfAsync());
    }
}
