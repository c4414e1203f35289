using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class SlicesSectionTests
{
    private static readonly ErrorAnalysisFacts Facts = new("zero_one_loss", 595, 596, 0.125, 1234,
        [
            new([new("age", ">=65"), new("afam", "yes")], 40, 0.5, 4, new(1.5, 8, 0.995, "miettinen_nurminen"), null),
            new([new("lvrat", "<0.5")], 60, 0.25, 2, new(0.5, 4, 0.995, "miettinen_nurminen"), null),
            new([new("zip", "1")], 10, 0.5, null, null, "too few rows to measure it on: 10 rows, the floor is 30"),
        ],
        new(null, null, true, 596, 0.125, null, [new("age", ">=65", true, 96, 0.5, null, []),
            new("age", ">=65", false, 500, 0.0625, null, [])]),
        new("age", "afam", [">=65", "<65"], ["no", "yes"], [[new(56, 0.25), new(40, 0.5)], [new(500, 0.0625), new(0, null)]]));

    private static GateResult With(ErrorAnalysisFacts? facts) => SampleResults.Mortgage() with { ErrorAnalysis = facts };

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"slices\"", Pages.Static(HtmlReport.Render(With(null))));
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Contains("<li><a href=\"#slices\">Where it errs</a></li>", page);
        Assert.Contains("<bdi>age = &gt;=65 and afam = yes</bdi>", page);
        Assert.Contains("1,234 slices were looked at", page);
        Assert.Contains("too few rows to measure it on", page);
    }

    [Fact]
    public void Only_a_slice_whose_whole_interval_is_worse_is_called_so()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Equal(2, page.Split("worse than the rest, for certain enough").Length);
    }

    [Fact]
    public void The_tree_says_what_its_rows_have_and_have_not_one_step_in()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Contains("class=\"depth-0\"><bdi>All rows</bdi>", page);
        Assert.Contains("class=\"depth-1\"><bdi>age = &gt;=65</bdi>", page);
        Assert.Contains("class=\"depth-1\"><bdi>age ≠ &gt;=65</bdi>", page);
        // An eighth of a loss whose largest is a half: a quarter of the bar.
        Assert.Contains("width=\"30\" height=\"12\" rx=\"2\"", page);
    }

    [Fact]
    public void Squares_of_the_map_are_as_dark_as_the_loss()
    {
        string page = Pages.Static(HtmlReport.Render(With(Facts)));
        Assert.Contains("fill-opacity=\"0.9\"", page);
        Assert.Contains("fill-opacity=\"0.45\"", page);
        Assert.Contains("fill-opacity=\"0.11\"", page);
    }

    [Fact]
    public void The_summary_has_the_worst_that_could_be_measured()
    {
        string summary = MarkdownSummary.Render(With(Facts)).Replace("\\", "", StringComparison.Ordinal);
        Assert.Contains("zero_one_loss 0.5000 of 40 rows, 4.0000 (1.5000 to 8.0000) times that of the rest", summary);
        Assert.DoesNotContain("zip = 1:", summary);
    }
}
