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
        await report.UnfoldByHand();
        foreach (Finding finding in result.Findings)
            Assert.True(await report.Page.GetByText(finding.Sentence, new() { Exact = true }).IsVisibleAsync(), finding.Id);
        Assert.False(await report.Page.Locator("#theme").IsVisibleAsync());
        Assert.False(await report.Page.Locator("#curves").IsVisibleAsync());
        await report.Page.Locator("#four-fifths summary").First.ClickAsync();
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
        await report.Unfold();
        foreach (string section in (string[])["#four-fifths", "#parity-within-school", "#groups", "#confusion", "#curves", "#importance"])
            Assert.True(await report.Page.Locator($"{section} svg.plot[role=img]").CountAsync() > 0, section);
        Assert.Equal(4, await report.Page.Locator("#curves svg.plot").CountAsync());
        Assert.Equal(2, await report.Page.Locator("#parity-within-school .groups svg.plot").CountAsync());
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
    public async Task Between_groups_only_what_was_judged_is_drawn_against_the_bound()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        ILocator judged = report.Page.Locator("#four-fifths [data-chart=judgement] svg.plot"),
            groups = report.Page.Locator("#four-fifths .groups svg.plot");
        Assert.NotEqual(0, await judged.Locator("rect").CountAsync());
        Assert.Contains("at least 0.8", await judged.TextContentAsync());
        Assert.Equal(0, await groups.Locator("rect").CountAsync());
        Assert.DoesNotContain("0.8 ×", await groups.TextContentAsync());
    }

    [SkippableFact]
    public async Task The_head_leads_to_what_decided_and_a_link_unfolds_what_it_leads_to()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        Assert.Contains("accuracy is 0.0401 worse", await report.Text(".decided"));
        Assert.Equal("#accuracy-regression", await report.Page.Locator(".decided a").First.GetAttributeAsync("href"));
        Assert.Null(await report.Page.Locator("#auc > details").GetAttributeAsync("open"));
        await report.Page.Locator("#conditions .glance a[href='#auc']").ClickAsync();
        await Assertions.Expect(report.Page.Locator("#auc > details")).ToHaveAttributeAsync("open", "");
    }

    [SkippableFact]
    public async Task Metrics_are_found_by_a_part_of_their_name()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        await report.Page.Locator("#overall input").FillAsync("auc");
        Assert.Equal(["ROC AUC judged"], await report.Page.Locator("#overall tbody tr:visible th").AllInnerTextsAsync());
    }

    [SkippableFact]
    public async Task The_confusion_matrix_of_a_group_is_a_choice_away()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        await report.Page.Locator("#confusion select").SelectOptionAsync("afam = yes (101)");
        await Assertions.Expect(report.Page.Locator("#confusion svg.plot")).ToContainTextAsync("66");
    }

    [SkippableFact]
    public async Task A_regression_shows_predicted_against_true_and_residuals_by_group()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Diabetes());
        Assert.Equal(2, await report.Page.Locator("#errors svg.plot").CountAsync());
        Assert.Equal("Residuals by sex", await report.Text("#errors figcaption >> nth=1"));
    }

    [SkippableFact]
    public async Task On_paper_what_was_judged_is_unfolded_and_light_and_controls_are_gone()
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
