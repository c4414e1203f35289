using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class CounterfactualsSectionTests
{
    private static readonly CounterfactualFacts Facts = new(["age"], [new("all test rows", 749, 0.75, "approved", 0.25, "denied",
        [new("lvrat", "0.777777777777778", "1.25"), new("phist", "no", "yes")]), new("afam = yes", 169, 0.5, "approved", null, null, [])]);

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"counterfactuals\"", Pages.Static(HtmlReport.Render(SampleResults.Mortgage())));
        string page = Pages.Static(HtmlReport.Render(SampleResults.Mortgage() with { Counterfactuals = Facts }));
        Assert.Contains("<bdi>lvrat 0.7778 → 1.25; phist no → yes</bdi>", page);
        Assert.Contains("These may not change: <bdi>age</bdi>", page);
        Assert.Contains("nothing found: no change of up to three columns flips it", page);
    }
}
