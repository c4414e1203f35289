using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class AttributionSectionTests
{
    private static AttributionFacts Facts(int features, params string[] outputs) => new("tree_path_dependent", "the model is made of trees",
        "raw", outputs, 749, 100, [.. outputs.Select(_ => -1.25)], 2e-14, [.. Enumerable.Range(0, features).Select(i =>
            new AttributionFact($"column {i}", 2.0 / (i + 1), 0.5 / (i + 1), new(0.1, 0.6, 0.95, "delta"),
                [.. outputs.Select(_ => i % 2 == 0 ? -0.125 : 0.125)]))])
    {
        Groups = [new("sex", "female", 150, [.. Enumerable.Range(0, features).Select(i => 0.75 + i)],
            outputs.Length == 1 ? [.. Enumerable.Range(0, features).Select(i => -0.375 - i)] : [])],
    };

    private static GateResult With(AttributionFacts? facts) => SampleResults.Mortgage() with { Attribution = facts };

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"attribution\"", Pages.Static(HtmlReport.Render(With(null))));
        string page = Pages.Static(HtmlReport.Render(With(Facts(3, "approved"))));
        Assert.Contains("<li><a href=\"#attribution\">Attribution</a></li>", page);
        Assert.Contains("Method: tree path dependent, since the model is made of trees. Base value -1.25", page.Replace('−', '-'));
        Assert.Contains("50% (10% to 60%)", page);
        Assert.Contains("values and output differ by at most 2e-14.", page);
        Assert.Contains("-0.125", page.Replace('−', '-'));
        Assert.Contains("female</bdi> (150 rows)", page);
        Assert.Contains("-1.375", page.Replace('−', '-'));
    }

    [Fact]
    public void Bars_are_as_long_as_shares_are_large_and_have_their_intervals()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts(2, "approved"))));
        // The largest upper end, 0.6, is the whole width: shares 0.5 and 0.25, from 0.1 on.
        Assert.Contains("<rect x=\"0\" y=\"0\" width=\"133.33\"", page);
        Assert.Contains("<rect x=\"0\" y=\"0\" width=\"66.67\"", page);
        Assert.Contains("<line x1=\"26.67\" x2=\"160\" y1=\"6\"", page);
    }

    [Fact]
    public void Of_several_outputs_there_are_sizes_and_no_signs()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts(2, "a", "b", "c"))));
        Assert.DoesNotContain("Mean with its sign", page);
        Assert.Contains("1.75", page);
    }

    [Fact]
    public void The_summary_has_the_first_ten()
    {
        string summary = MarkdownSummary.Render(With(Facts(12, "approved")));
        Assert.Contains("<details><summary>Attribution</summary>", summary);
        Assert.Contains("| column 9 |", summary);
        Assert.DoesNotContain("| column 10 |", summary);
        Assert.Contains("2 more columns are in the report.", summary);
    }
}
