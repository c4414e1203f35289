using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Output;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class WhatIfSectionTests
{
    private static WhatIfFacts Facts(int nodes) => new("trees", "approved", "denied", 0.5, 0.25, "logistic", 1, "exact", 0.5,
        [new("income", "number", [], null, 0, 100)],
        [new([.. Enumerable.Repeat(-1, nodes)], new double[nodes], [.. Enumerable.Repeat<IReadOnlyList<int>>([], nodes)],
            new bool[nodes], new int[nodes], [.. Enumerable.Repeat(-1, nodes)], [.. Enumerable.Repeat(-1, nodes)], new double[nodes],
            new double[nodes])], [], [new("all test rows", 749, [40], [], 0.5625, [0.125])]);

    private static GateResult With(WhatIfFacts? facts) => SampleResults.Mortgage() with { WhatIf = facts };

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts_and_says_how_large_it_is()
    {
        string without = Pages.Static(HtmlReport.Render(With(null))), page = Pages.Static(HtmlReport.Render(With(Facts(9))));
        Assert.DoesNotContain("<section id=\"whatif\"", without);
        Assert.Contains("This file holds aggregates only, no rows of the data", without);
        Assert.Contains("<li><a href=\"#whatif\">What if</a></li>", page);
        Assert.Contains("(1 tree of 9 nodes, ", page);
        Assert.Contains("<bdi>all test rows</bdi></th><td class=\"number\">749</td><td class=\"number\">0.5625", page);
        Assert.Contains("This file holds aggregates and the candidate model, no rows of the data", page);
    }

    /// <summary>A page that would be too large goes without the model first.</summary>
    [Fact]
    public void It_is_the_first_to_go_where_the_page_would_be_too_large()
    {
        byte[] page = Detail.Fit(With(Facts(60_000)), "report", result => HtmlReport.Utf8(result));
        string text = System.Text.Encoding.UTF8.GetString(page);
        Assert.DoesNotContain("<section id=\"whatif\"", text);
        Assert.Contains("so it leaves out what-if. All of it is in result.json.", text);
    }
}
