using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class DependenceSectionTests
{
    private static readonly DependenceFacts Facts = new("score", 400,
        [new("income", ["1", "2.5"], [1, 2.5], [0.25, 0.75], [0.125, 0.5], [0.5, 0.875]) { Edges = [1, 2.5], Accumulated = [-0.25, 0.25] },
            new("zip", ["n", "s"], null, [0.5, 0.625], [0.25, 0.25], [0.75, 0.75])],
        [new("income", "zip", 0.0625)], new("income", "zip", ["1", "2.5"], ["n", "s"], [[0.25, 0.5], [0.75, 1.25]]));

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"dependence\"", Pages.Static(HtmlReport.Render(SampleResults.Mortgage())));
        string page = Pages.Static(HtmlReport.Render(SampleResults.Mortgage() with { Dependence = Facts }));
        Assert.Contains("<li><a href=\"#dependence\">Dependence</a></li>", page);
        Assert.Contains("data-chart=\"dependence\"", page);
        Assert.Contains("<bdi>2.5000</bdi></th><td class=\"number\">0.7500</td><td class=\"number\">0.5000</td><td class=\"number\">0.8750",
            page);
        Assert.Contains("<bdi>s</bdi></th><td class=\"number\">0.6250", page);
        Assert.Contains("<bdi>income</bdi> and <bdi>zip</bdi></th><td class=\"number\">0.0625", page);
    }

    /// <summary>The map's squares go from the least mean, which is empty, to the largest.</summary>
    [Fact]
    public void Squares_go_from_the_least_to_the_largest_mean()
    {
        string page = Pages.Static(HtmlReport.Render(SampleResults.Mortgage() with { Dependence = Facts }));
        foreach (string opacity in (string[])["0", "0.22", "0.45", "0.9"]) Assert.Contains($"fill-opacity=\"{opacity}\"", page);
    }
}
