using Gate.Evaluation.Results;
using Gate.Reporting.Sections;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting.Sections;

public class AnchorsTests
{
    [Theory]
    [InlineData("four-fifths", "four-fifths")]
    [InlineData("two words", "two-words")]
    [InlineData("data", "condition-data")]
    [InlineData("gate-result", "condition-gate-result")]
    [InlineData("groups-title", "condition-groups-title")]
    [InlineData("policy-line-3", "condition-policy-line-3")]
    [InlineData("", "condition-")]
    public void The_anchor_of_a_finding_is_its_condition_s_id_where_the_page_has_none_of_that_name(string id, string anchor) =>
        Assert.Equal([anchor], Of(id));

    [Fact]
    public void No_two_are_alike() =>
        Assert.Equal(["a-b", "condition-a-b", "x", "condition-x--groups"], Of("a b", "a-b", "x", "x--groups"));

    [Fact]
    public void A_link_is_written_so_that_browsers_find_it() => Assert.Equal("#a%20%22%3Cb", Anchors.Link("a \"<b"));

    /// <summary>An id that a template of the page has could be shadowed by a condition of that name.</summary>
    [Fact]
    public void All_ids_of_the_page_are_taken()
    {
        string page = Pages.Static(Gate.Reporting.Html.HtmlReport.Render(SampleResults.Mortgage()));
        string[] findings = [.. SampleResults.Mortgage().Findings.SelectMany(finding => new[] { finding.Id, finding.Id + "--groups" })];
        foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(page, " id=\"([^\"]+)\""))
            if (!findings.Contains(match.Groups[1].Value)) Assert.NotEqual([match.Groups[1].Value], Of(match.Groups[1].Value));
    }

    private static string[] Of(params string[] ids)
    {
        GateResult sample = SampleResults.Mortgage();
        GateResult result = sample with { Findings = [.. ids.Select(id => sample.Findings[0] with { Id = id })] };
        var anchors = new Anchors(result);
        return [.. result.Findings.Select(anchors.Of)];
    }
}
