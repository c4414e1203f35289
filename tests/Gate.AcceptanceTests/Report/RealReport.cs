using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace Gate.AcceptanceTests.Report;

/// <summary>The reports of real runs: what the samples of the other tests do not show.</summary>
[Collection(SharedBrowser.Name)]
public class RealReport(Browser browser, RealRuns runs) : IClassFixture<RealRuns>
{
    // Colours hang on the scheme and places on the width, so two of the four pairs show each of them: axe takes its time.
    [SkippableTheory]
    [InlineData("mortgage", ColorScheme.Light, 1280)]
    [InlineData("mortgage", ColorScheme.Dark, 390)]
    [InlineData("diabetes", ColorScheme.Light, 1280)]
    [InlineData("diabetes", ColorScheme.Dark, 390)]
    [InlineData("whatif", ColorScheme.Light, 1280)]
    [InlineData("whatif", ColorScheme.Dark, 390)]
    [InlineData("classes", ColorScheme.Light, 390)]
    [InlineData("classes", ColorScheme.Dark, 1280)]
    [InlineData("hostile", ColorScheme.Light, 1280)]
    [InlineData("hostile", ColorScheme.Dark, 390)]
    public async Task Is_accessible_quiet_and_no_wider_than_the_page(string run, ColorScheme scheme, int width)
    {
        await using OpenReport report = await OpenReport.Open(browser, runs.Read(run, "report.html"), true, scheme, width);
        await report.Unfold();
        Assert.Equal("", await report.Violations());
        await report.Use();
        Assert.True(await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
        Assert.Empty(report.Complaints);
        Assert.Empty(report.Requests);
        Assert.Equal(0, await report.Page.Locator("img").CountAsync());
    }

    [SkippableTheory]
    [InlineData("mortgage", ColorScheme.Light, 1280)]
    [InlineData("mortgage", ColorScheme.Dark, 390)]
    [InlineData("diabetes", ColorScheme.Light, 390)]
    [InlineData("diabetes", ColorScheme.Dark, 1280)]
    [InlineData("hostile", ColorScheme.Light, 390)]
    [InlineData("hostile", ColorScheme.Dark, 1280)]
    public async Task Without_JavaScript_every_finding_can_be_read(string run, ColorScheme scheme, int width)
    {
        await using OpenReport report = await OpenReport.Open(browser, runs.Read(run, "report.html"), true, scheme, width, script: false);
        using JsonDocument result = JsonDocument.Parse(runs.Read(run, "result.json"));
        int findings = result.RootElement.GetProperty("findings").GetArrayLength();
        Assert.Equal(findings, await report.Page.Locator("article.finding").CountAsync());
        await report.UnfoldByHand();
        foreach (ILocator sentence in await report.Page.Locator("article.finding .sentence").AllAsync())
        {
            Assert.True(await sentence.IsVisibleAsync());
            Assert.NotEqual("", (await sentence.InnerTextAsync()).Trim());
        }
        Assert.Empty(report.Complaints);
        Assert.Empty(report.Requests);
    }

    [SkippableFact]
    public async Task A_deciding_group_says_of_which_column_it_is()
    {
        await using OpenReport report = await OpenReport.Open(browser, runs.Read("mortgage", "report.html"), true);
        Assert.Contains("afam = yes", await report.Text("#four-fifths .facts"));
        Assert.Contains("afam = yes (169)", await report.Text("#curves .legend"));
        Assert.Contains("afam", await report.Page.Locator("#four-fifths .groups svg.plot").First.TextContentAsync());
    }

    /// <summary>The page holds its own scores and SHAP values against Gate's before it shows any; a changed value moves them.</summary>
    [SkippableFact]
    public async Task In_the_page_itself_a_changed_value_moves_score_decision_and_contributions()
    {
        await using OpenReport report = await OpenReport.Open(browser, runs.Read("whatif", "report.html"), true);
        JsonElement facts = JsonDocument.Parse(runs.Read("whatif", "result.json")).RootElement.GetProperty("what_if");
        string Score(int start) => facts.GetProperty("starts")[start].GetProperty("score").GetDouble().ToString("F4",
            System.Globalization.CultureInfo.InvariantCulture);
        ILocator section = report.Page.Locator("#whatif"), outcome = section.Locator("output.outcome");
        Assert.Contains("Gate’s own scores", await section.InnerTextAsync());
        Assert.StartsWith(Score(0), await outcome.InnerTextAsync());
        await section.GetByLabel("Start from the middle of").SelectOptionAsync("2");
        Assert.StartsWith(Score(2), await outcome.InnerTextAsync());

        string before = await section.Locator("svg.plot").First.TextContentAsync() ?? "";
        ILocator chist = section.GetByLabel("chist", new() { Exact = true });
        await chist.FillAsync("6");
        Assert.Contains("at the start " + Score(2), await outcome.InnerTextAsync());
        Assert.DoesNotContain(Score(2), (await outcome.InnerTextAsync())[..6]);
        await report.Page.WaitForFunctionAsync("before => document.querySelector('#whatif svg.plot').textContent !== before", before);
        await section.GetByRole(AriaRole.Button, new() { Name = "Start again" }).ClickAsync();
        Assert.StartsWith(Score(2), await outcome.InnerTextAsync());
        Assert.Empty(report.Complaints);
    }

    /// <summary>Of several classes each has its score, and contributions and curves are those of a chosen one.</summary>
    [SkippableFact]
    public async Task Of_several_classes_a_reader_chooses_one()
    {
        await using OpenReport report = await OpenReport.Open(browser, runs.Read("classes", "report.html"), true);
        JsonElement facts = JsonDocument.Parse(runs.Read("classes", "result.json")).RootElement.GetProperty("what_if");
        JsonElement[] given = [.. facts.GetProperty("starts")[0].GetProperty("classes").EnumerateArray()];
        ILocator section = report.Page.Locator("#whatif"), outcome = section.Locator("output.outcome");
        Assert.Contains("Gate’s own scores", await section.InnerTextAsync());
        string[] names = [.. facts.GetProperty("classes").EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];
        Assert.Equal(3, names.Length);
        for (int k = 0; k < 3; k++)
            Assert.Contains(given[k].GetProperty("score").GetDouble().ToString("F4", System.Globalization.CultureInfo.InvariantCulture)
                + $" score of {names[k]}", await outcome.InnerTextAsync());
        int said = Enumerable.Range(0, 3).MaxBy(k => given[k].GetProperty("score").GetDouble()), other = (said + 1) % 3;
        Assert.StartsWith($"said: {names[said]}", await outcome.InnerTextAsync());
        Assert.Contains($"adds to the margin of {names[said]}", await section.InnerTextAsync());
        await section.GetByLabel("Contributions and curve of the class").SelectOptionAsync(names[other]);
        Assert.Contains($"adds to the margin of {names[other]}", await section.InnerTextAsync());

        ILocator dependence = report.Page.Locator("#dependence");
        Assert.Contains($"Mean score of {names[0]} by x", await dependence.InnerTextAsync());
        await dependence.GetByLabel("Class").SelectOptionAsync(names[2]);
        Assert.Contains($"Mean score of {names[2]} by x", await dependence.InnerTextAsync());
        await report.Page.Locator("#attribution").GetByLabel("Class").SelectOptionAsync(names[1]);
        Assert.Contains($"For {names[1]}, g: a against b", await report.Page.Locator("#gaps").InnerTextAsync());
        Assert.Empty(report.Complaints);
    }

    [SkippableFact]
    public async Task A_line_break_in_a_name_does_not_break_a_charts_label()
    {
        await using OpenReport report = await OpenReport.Open(browser, runs.Read("hostile", "report.html"), true);
        Assert.Contains("line one line two | pipe",
            await report.Page.Locator("[data-chart=finding][data-index='1'] svg.plot").First.TextContentAsync());
        Assert.Equal(0, await report.Page.Locator("svg.plot [aria-label='y-axis tick label'] tspan").CountAsync());
    }

    [Theory]
    [InlineData("mortgage", 800_000)]
    [InlineData("diabetes", 500_000)]
    [InlineData("hostile", 1_000_000)]
    public void Stays_a_file_that_can_be_mailed(string run, int most)
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(runs.Read(run, "report.html")), 100_000, most);
        Assert.InRange(Encoding.UTF8.GetByteCount(runs.Read(run, "result.json")), 10_000, most);
    }
}
