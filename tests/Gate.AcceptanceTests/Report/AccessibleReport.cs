using Gate.Evaluation.Results;
using Gate.Tests.Reporting.Samples;
using Microsoft.Playwright;

namespace Gate.AcceptanceTests.Report;

[Collection(SharedBrowser.Name)]
public class AccessibleReport(Browser browser)
{
    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_no_violation(ColorScheme scheme, int width)
    {
        foreach (GateResult result in (GateResult[])[SampleResults.Mortgage(), SampleResults.Diabetes(), SampleResults.Wine()])
        {
            await using OpenReport report = await OpenReport.Open(browser, result, scheme, width);
            await report.Unfold();
            Assert.Equal("", await report.Violations());
        }
    }

    [SkippableFact]
    public async Task Axe_finds_no_violation_with_sixty_groups()
    {
        await using OpenReport sixty = await OpenReport.Open(browser, SampleResults.SixtyGroups());
        Assert.Equal("", await sixty.Violations());
    }

    [SkippableTheory]
    [InlineData(1280)]
    [InlineData(390)]
    [InlineData(360)]
    public async Task Nothing_is_wider_than_the_page(int width)
    {
        foreach (GateResult result in (GateResult[])[SampleResults.Mortgage(), SampleResults.SixtyGroups(), SampleResults.Attacked()])
        {
            await using OpenReport report = await OpenReport.Open(browser, result, width: width);
            Assert.True(await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width,
                $"{result.Policy.Name} overflows {width} pixels");
        }
    }

    [SkippableFact]
    public async Task The_keyboard_reaches_the_skip_link_the_theme_and_what_is_folded()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the verdict", await Focused(report, "e => e.textContent"));
        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("theme", await Focused(report, "e => e.id"));

        string light = await Background(report);
        await report.Page.Keyboard.PressAsync("Space");
        Assert.Equal("true", await report.Page.Locator("#theme").GetAttributeAsync("aria-pressed"));
        Assert.NotEqual(light, await Background(report));
        await report.Page.Keyboard.PressAsync("Space");
        Assert.Equal(light, await Background(report));

        ILocator details = report.Page.Locator("#conditions details").First;
        for (int i = 0; i < 60 && await Focused(report, "e => e.tagName") != "SUMMARY"; i++) await report.Page.Keyboard.PressAsync("Tab");
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.NotNull(await details.GetAttributeAsync("open"));
    }

    [SkippableFact]
    public async Task Headings_descend_one_level_at_a_time_from_a_single_first()
    {
        await using OpenReport report = await OpenReport.Open(browser, SampleResults.Mortgage());
        int[] levels =
            await report.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))");
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, level => level == 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    private static Task<string> Focused(OpenReport report, string read) =>
        report.Page.EvaluateAsync<string>($"() => ({read})(document.activeElement)");

    private static Task<string> Background(OpenReport report) =>
        report.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
