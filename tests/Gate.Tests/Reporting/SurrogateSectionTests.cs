using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class SurrogateSectionTests
{
    private static readonly SurrogateFacts Facts = new(4, 1190, 1191, 0.75, new(0.625, 0.875, 0.95, "row_bootstrap"),
        [new("afam", "yes", 169, 0.5, null)], new("all rows", 1190, 0.5, [new("lvrat ≤ 0.8", 800, 0.75, []),
            new("lvrat > 0.8", 390, 0.25, [])]));

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"surrogate\"", Pages.Static(HtmlReport.Render(SampleResults.Mortgage())));
        string page = Pages.Static(HtmlReport.Render(SampleResults.Mortgage() with { Surrogate = Facts }));
        Assert.Contains("it explains 0.7500 (0.6250 to 0.8750) of the spread of the model’s score", page);
        Assert.Contains("class=\"depth-1\"><bdi>lvrat ≤ 0.8</bdi></th><td class=\"number\">800</td><td class=\"number\">0.7500", page);
        Assert.Contains("<bdi>afam</bdi> = <bdi>yes</bdi></th><td class=\"number\">169</td><td class=\"number\">0.5000", page);
        Assert.Contains("fidelity (r2) of 0.7500", MarkdownSummary.Render(SampleResults.Mortgage() with { Surrogate = Facts })
            .Replace("\\", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_classes_the_worst_is_named_and_all_stand_in_a_table()
    {
        GateResult result = SampleResults.Mortgage() with
        {
            Surrogate = Facts with { Class = "<low>", Classes = [new("<low>", 1190, 0.75, null), new("high", 1190, 0.875, null)] },
        };
        string page = Pages.Static(HtmlReport.Render(result));
        Assert.Contains("of the spread of the model’s score of <bdi>&lt;low&gt;</bdi> (r2)", page);
        Assert.Contains("The tree of each class", page);
        Assert.Contains("<bdi>high</bdi></th><td class=\"number\">1,190</td><td class=\"number\">0.8750</td>", page);
        Assert.DoesNotContain("The tree of each class", Pages.Static(HtmlReport.Render(result with { Surrogate = Facts })));
        Assert.Contains("the class whose tree says it worst", MarkdownSummary.Render(result), StringComparison.Ordinal);
    }

    /// <summary>Bars of leaves go from the least mean, which has none, to the largest; what is parted again has no bar.</summary>
    [Fact]
    public void Leaves_have_bars_from_the_least_to_the_largest()
    {
        string page = Pages.Static(HtmlReport.Render(SampleResults.Mortgage() with { Surrogate = Facts }));
        string section = page[page.IndexOf("<section id=\"surrogate\"", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</section>", StringComparison.Ordinal)];
        Assert.Contains("<rect x=\"0\" y=\"0\" width=\"120\"", section);
        Assert.Contains("<rect x=\"0\" y=\"0\" width=\"0\"", section);
        Assert.DoesNotContain("width=\"60\"", section);
    }
}
