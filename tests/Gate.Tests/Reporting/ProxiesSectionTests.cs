using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class ProxiesSectionTests
{
    private static GateResult With(params ProxyFacts[] facts) => SampleResults.Mortgage() with { Proxies = facts };

    private static readonly ProxyFacts Facts = new("afam", 1190, 5, new(null, 0.75, new(0.625, 0.875, 0.95, "delong"), "yes", false),
        [new("afam", 1, null, "yes", true), new("zip", 0.625, null, "no", false), new("dti", 0.25, null, "no", false)]);

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"proxies\"", Pages.Static(HtmlReport.Render(With())));
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Contains("<li><a href=\"#proxies\">Proxies</a></li>", page);
        Assert.Contains("1,190 rows in 5 folds", page);
        Assert.Contains("0.6250 to 0.8750", page);
        Assert.Contains("<bdi>afam</bdi> (the column itself)", page);
        Assert.DoesNotContain("<bdi>zip</bdi> (the column itself)", page);
    }

    /// <summary>Half of the way from 0.5 to 1 is half of the bar; less than 0.5 is none.</summary>
    [Fact]
    public void Bars_begin_where_nothing_is_told()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Contains("<rect x=\"0\" y=\"2\" width=\"80\"", page);
        Assert.Contains("<line x1=\"40\" x2=\"120\"", page);
        Assert.Contains("<rect x=\"0\" y=\"2\" width=\"160\"", page);
        Assert.Contains("<rect x=\"0\" y=\"2\" width=\"0\"", page);
    }

    [Fact]
    public void The_summary_says_all_together_and_the_most_telling()
    {
        string summary = MarkdownSummary.Render(With(Facts)).Replace("\\", "", StringComparison.Ordinal);
        Assert.Contains("afam: all columns together tell it with an AUC of 0.7500 (0.6250 to 0.8750); most telling: afam "
            + "1.0000, zip 0.6250", summary);
    }
}
