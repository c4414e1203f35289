using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class RowsSectionTests
{
    private static readonly RowFacts Facts = new("raw", "loan", [new("among the largest errors", "A-17", "denied", "approved", 0.91,
        "approved",
        0.5, [new("lvrat", "0.777777777777778", 1.25), new("phist", "<b>no</b>", -0.25)], 2, 0.125, 1.625)]);

    private static GateResult Result => SampleResults.Mortgage() with { Rows = Facts };

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"rows\"", Pages.Static(HtmlReport.Render(SampleResults.Mortgage())));
        string page = Pages.Static(HtmlReport.Render(Result));
        Assert.Contains("<summary><bdi>loan A-17</bdi>: <bdi>among the largest errors</bdi>; true <bdi>denied</bdi>, said "
            + "<bdi>approved</bdi> "
            + "(score 0.9100)</summary>", page);
        Assert.Contains("<td><bdi>0.7778</bdi></td><td class=\"number\">+1.2500</td>", page);
        Assert.Contains("<bdi>&lt;b&gt;no&lt;/b&gt;</bdi>", page);
        Assert.Contains("<bdi>2 other columns</bdi>", page);
        Assert.Contains("This file holds aggregates, and the single rows that the policy lets in, and reads nothing", page);
        Assert.DoesNotContain("no rows of the data", page);
    }

    /// <summary>Each step begins where the one before ended: the drawing ends where the row does.</summary>
    [Fact]
    public void Steps_lead_from_what_is_expected_to_what_is_said()
    {
        string page = Pages.Static(HtmlReport.Render(Result));
        string section = page[page.IndexOf("<section id=\"rows\"", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("</section>", StringComparison.Ordinal)];
        double[] ends = [.. System.Text.RegularExpressions.Regex.Matches(section, "<line x1=\"([0-9.]+)\"").Select(match =>
            double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal([1, 259, 207.4, 233.2, 233.2], ends);
    }

    [Fact]
    public void The_summary_that_becomes_a_comment_has_no_row() =>
        Assert.DoesNotContain("A-17", MarkdownSummary.Render(Result), StringComparison.Ordinal);
}
