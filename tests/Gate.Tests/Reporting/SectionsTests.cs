using System.Text.RegularExpressions;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Reporting.Sections;
using Gate.Reporting.Templating;
using Gate.Tests.House;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class SectionsTests
{
    private static readonly OperationalFacts Operational = new(4.25e-6, 48_210, 0.31, 16_281);

    [Fact]
    public void A_section_stands_on_the_page_and_in_the_contents_only_with_its_facts()
    {
        string without = Pages.Static(HtmlReport.Render(SampleResults.Mortgage()));
        Assert.DoesNotContain("operation", without);
        string with = Pages.Static(HtmlReport.Render(WithOperation()));
        Assert.Contains("<li><a href=\"#operation\">Operation</a></li>", with);
        Assert.Contains("<section id=\"operation\"", with);
        Assert.Contains("<dt>Scoring one row</dt><dd><bdi>4.25 µs, on average over 16,281 rows</bdi></dd>", with);
        Assert.Contains("<dt>Training</dt><dd><bdi>310 ms</bdi></dd>", with);
        Assert.Contains("<dt>Size of the model</dt><dd><bdi>48.2 kB</bdi></dd>", with);
    }

    [Fact]
    public void The_summary_says_the_same() =>
        Assert.Contains("<details><summary>Operation</summary>\n\n| What | Value |\n| --- | --- |\n| Scoring one row | 4.25 µs, on average",
            MarkdownSummary.Render(WithOperation()));

    [Fact]
    public void What_was_not_measured_is_left_out()
    {
        GateResult result = SampleResults.Mortgage();
        string page = HtmlReport.Render(result with { Run = result.Run! with { Operational = new(null, 10, null, 0) } });
        Assert.Contains("Size of the model", page);
        Assert.DoesNotContain("Scoring one row", page);
        Assert.DoesNotContain("<dt>Training</dt>", page);
    }

    [Fact]
    public void Every_section_has_a_template_of_its_name_with_its_anchor()
    {
        foreach (ReportSection section in ReportSections.All)
            Assert.Contains($"<section id=\"{section.Name}\"", Resources.TryText("templates/" + section.Name));
    }

    /// <summary>A slot that nothing fills is an empty box: each has its chart in web/src/sections, and each chart a slot.</summary>
    [Fact]
    public void Slots_of_the_templates_are_those_of_the_app()
    {
        string[] slots = [.. Resources.Templates
            .SelectMany(name => Regex.Matches(Resources.TryText("templates/" + name)!, "data-chart=\"(\\w+)\""))
            .Select(match => match.Groups[1].Value).Distinct().Order()];
        string[] charts = [.. Directory.GetFiles(Checkout.Path("web/src/sections"), "index.tsx", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"(\w+): \(result")).Select(match => match.Groups[1].Value).Order()];
        Assert.Equal(charts, slots);
    }

    /// <summary>The app's verdicts are the result's own.</summary>
    [Fact]
    public void The_app_knows_the_same_verdicts()
    {
        string line = File.ReadAllLines(Checkout.Path("web/src/result.ts"))
            .Single(line => line.StartsWith("export type Verdict", StringComparison.Ordinal));
        Assert.Equal(ResultWords.All<Verdict>().Order(), Regex.Matches(line, "\"(\\w+)\"").Select(match => match.Groups[1].Value).Order());
    }

    private static GateResult WithOperation()
    {
        GateResult result = SampleResults.Mortgage();
        return result with { Run = result.Run! with { Operational = Operational } };
    }
}
