using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public sealed class GapsSectionTests
{
    private static GateResult With(params GapFacts[] gaps) => SampleResults.Mortgage() with
    {
        Attribution = new("linear_independent", "the margin is linear", "raw", ["approved"], 749, 100, [-1.25], 2e-14,
            [new("income", 0.5, 0.5, null, [0.1])]) { Gaps = gaps },
    };

    private static GapFacts Gap(double size) => new("afam", "no", 600, 0.75,
        [new("yes", 149, size, new(size - 0.25, size + 0.25, 0.95, "mover"),
            [new("zip", size * 2, new(size * 2 - 0.5, size * 2 + 0.5, 0.95, "mover")), new("income", -size, null)])]);

    [Fact]
    public void It_stands_on_the_page_only_with_its_facts()
    {
        Assert.DoesNotContain("<section id=\"gaps\"", Pages.Static(HtmlReport.Render(With())));
        string page = Pages.Static(HtmlReport.Render(With(Gap(-0.5)))).Replace('−', '-');
        Assert.Contains("<li><a href=\"#gaps\">Why groups differ</a></li>", page);
        Assert.Contains("The mean margin of afam = yes (149 rows) lies 0.5000 below that of afam = no (600 rows, the largest group), which "
            + "is 0.7500.", page);
        Assert.Contains("-1.5000 to -0.5000", page);
        Assert.Contains("The gap</th><td class=\"number\">-0.5000", page);
    }

    /// <summary>Of what is lower the bar ends left of the middle, of what is higher right of it; all are on one scale.</summary>
    [Fact]
    public void Bars_go_to_the_side_of_their_sign()
    {
        string page = Pages.Static(HtmlReport.Render(With(Gap(-0.5))));
        // The largest reach is 1.5: -1 goes from 36.67 to the middle at 110, 0.5 from there to 146.67.
        Assert.Contains("<rect x=\"36.67\" y=\"3\" width=\"73.33\"", page);
        Assert.Contains("<rect x=\"110\" y=\"3\" width=\"36.67\"", page);
        Assert.Contains("<line x1=\"0\" x2=\"73.33\"", page);
    }

    [Fact]
    public void The_summary_says_the_gap_and_the_largest_contributions()
    {
        string summary = MarkdownSummary.Render(With(Gap(0.5)));
        Assert.Contains("<details><summary>Why groups differ</summary>", summary);
        Assert.Contains("lies 0.5000 above that of", summary);
        Assert.Contains("zip 1.0000, income -0.5000", summary.Replace("\\-", "-", StringComparison.Ordinal));
    }
}
