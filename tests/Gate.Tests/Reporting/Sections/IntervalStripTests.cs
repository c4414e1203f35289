using System.Globalization;
using System.Text.RegularExpressions;
using Gate.Evaluation.Results;
using Gate.Reporting.Sections.Conditions;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting.Sections;

/// <summary>The picture never contradicts the verdict: what is violated lies in the shade, what is kept outside it, what is not decided on
/// both sides.</summary>
public class IntervalStripTests
{
    [Theory]
    [InlineData(0.6, null, Outcome.Satisfied)]
    [InlineData(0.75, null, Outcome.Inconclusive)]
    [InlineData(0.9, null, Outcome.Violated)]
    [InlineData(null, 0.9, Outcome.Satisfied)]
    [InlineData(null, 0.75, Outcome.Inconclusive)]
    [InlineData(null, 0.6, Outcome.Violated)]
    public void The_interval_lies_where_the_outcome_says(double? min, double? max, Outcome outcome)
    {
        foreach (string? compare in (string?[])[null, "ratio", "difference", "group_max"])
            Assert.Equal(outcome, Shown(Judged(compare) with { Bound = new(min, max, null) }));
    }

    [Theory]
    [InlineData(0.9, Outcome.Satisfied)]
    [InlineData(0.75, Outcome.Inconclusive)]
    [InlineData(0.6, Outcome.Violated)]
    public void A_loss_that_decided_is_drawn_against_the_most_that_it_may_be(double most, Outcome outcome) =>
        Assert.Equal(outcome, Shown(Judged(null) with
        {
            Bound = new(0.1, null, most), DecidedPart = "regression", Regression = new(0.9, 0.75, null, new(0.7, 0.8, 0.95, "wilson")),
        }));

    /// <summary>The real findings of a run of all outcomes, as they stand in one table.</summary>
    [Fact]
    public void All_findings_of_a_result_are_drawn_as_they_were_decided()
    {
        Finding[] findings = [.. SampleResults.Mortgage().Findings.Where(finding => finding.Interval is not null
            && finding.Outcome is Outcome.Satisfied or Outcome.Violated or Outcome.Inconclusive)];
        Assert.Equal(6, findings.Length);
        Assert.All(findings, finding => Assert.Equal(finding.Outcome, Shown(finding, findings)));
    }

    private static Finding Judged(string? compare) => SampleResults.Mortgage().Findings[0] with
    {
        Compare = compare, Estimate = 0.75, Interval = new(0.7, 0.8, 0.95, "wilson"),
    };

    /// <summary>What a reader sees: where the line of the interval lies in respect of the shade.</summary>
    private static Outcome Shown(Finding finding, params Finding[] beside)
    {
        string svg = IntervalStrip.Of(finding, new StripScales([finding, .. beside]).Of(finding))!.ToString();
        Match range = Regex.Match(svg, "class=\"range\" x1=\"([^\"]+)\" x2=\"([^\"]+)\"");
        (double low, double high) = (Number(range.Groups[1]), Number(range.Groups[2]));
        bool touches = false, within = false;
        foreach (Match zone in Regex.Matches(svg, "class=\"zone\" x=\"([^\"]+)\" y=\"0\" width=\"([^\"]+)\""))
        {
            double from = Number(zone.Groups[1]), to = from + Number(zone.Groups[2]);
            touches |= low < to - 0.02 && high > from + 0.02;
            within |= low >= from - 0.02 && high <= to + 0.02;
        }
        return within ? Outcome.Violated : touches ? Outcome.Inconclusive : Outcome.Satisfied;
    }

    private static double Number(Group text) => double.Parse(text.Value, CultureInfo.InvariantCulture);
}
