using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class DriftSectionTests
{
    private static GateResult With(DriftFacts? facts) => SampleResults.Mortgage() with { Drift = facts };

    private static readonly DriftFacts Facts = new("training rows", 4_800, "models:/credit/3", 3_600, 12,
    [
        new("town", 0.5, new(0.25, 0.75, 0.95, "l1_deviation"), 1.25, 0.125, 0, 2_400),
        new("income", 0.0625, new(0, 0.125, 0.95, "l1_deviation"), 0.03125, 0, 0, 0),
    ]);

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"drift\"", Pages.Static(HtmlReport.Render(With(null))));
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Contains("<li><a href=\"#drift\">Drift</a></li>", page);
        Assert.Contains("How far the 4,800 training rows are from the 3,600 that <bdi>models:/credit/3</bdi> was trained on", page);
        Assert.Contains("0.2500 to 0.7500", page);
        Assert.Contains("<rect x=\"0\" y=\"2\" width=\"80\"", page);
        Assert.Contains("<td class=\"number\">2,400</td>", page);
        Assert.Contains("10 more columns moved less.", page);
        Assert.DoesNotContain("more columns moved less", Pages.Static(HtmlReport.Render(With(Facts with { ColumnCount = 2 }))));
    }

    [Fact]
    public void The_summary_names_those_that_moved_most()
    {
        string summary = MarkdownSummary.Render(With(Facts)).Replace("\\", "", StringComparison.Ordinal);
        Assert.Contains("4,800 training rows against the 3,600 that models:/credit/3 was trained on; moved most: town 0.50", summary);
        Assert.DoesNotContain("moved most", MarkdownSummary.Render(With(null)));
    }
}
