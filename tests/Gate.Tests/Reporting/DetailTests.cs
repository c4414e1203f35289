using System.Text;
using System.Text.Json.Nodes;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Markdown;
using Gate.Reporting.Output;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

/// <summary>A report that would be too large leaves out whole levels of detail and says so.</summary>
public class DetailTests
{
    private static readonly IRenderer Html = Renderers.All.Single(renderer => renderer.Format == "html");

    [Fact]
    public void A_report_that_fits_is_as_it_is()
    {
        GateResult result = SampleResults.SixtyGroups();
        Assert.Equal(HtmlReport.Utf8(result), Html.Render(result, null));
    }

    [Fact]
    public void A_large_intersection_with_long_names_stays_below_the_limit_and_says_what_is_missing()
    {
        GateResult result = TenByTen();
        Assert.InRange(HtmlReport.Utf8(result).Length, Detail.MostBytes + 1, int.MaxValue);
        byte[] bytes = Html.Render(result, null);
        Assert.InRange(bytes.Length, 1, Detail.MostBytes);
        string page = Encoding.UTF8.GetString(bytes);
        Assert.Contains("This report would have more than 1,000,000 bytes, so it leaves out curves by group; metrics by intersections of "
            + "columns", page);
        JsonNode embedded = JsonNode.Parse(Pages.Json(page))!;
        Assert.Equal(result.Findings.Count, embedded["findings"]!.AsArray().Count);
        Assert.Equal("fail", (string)embedded["verdict"]!);
    }

    [Fact]
    public void Levels_go_one_after_the_other_and_the_important_things_always_stay()
    {
        GateResult result = SampleResults.Mortgage();
        string page = Encoding.UTF8.GetString(Detail.Fit(result, "report", r => HtmlReport.Utf8(r), 1));
        Assert.Contains("it leaves out curves by group; metrics by intersections of columns; metrics by group; confusion matrices and "
            + "residuals by group; the groups behind conditions, but the one that decided each; curves; the confusion matrix, classes and "
            + "errors; feature importance; the list of columns; the text of the policy; features and parameters of the models. All of it "
            + "is in result.json.", page);
        Assert.All(result.Findings, finding => Assert.Contains($"<bdi class=\"id\">{finding.Id}</bdi>", page));
        Assert.Contains("<section id=\"provenance\"", page);
        Assert.Contains("<section id=\"waivers\"", page);
        Assert.Contains("Fail", page);
        Assert.DoesNotContain("<section id=\"confusion\"", page);
    }

    [Fact]
    public void A_level_that_takes_nothing_away_is_not_named() =>
        Assert.DoesNotContain("curves", Encoding.UTF8.GetString(
            Detail.Fit(SampleResults.Wine(), "summary", r => Encoding.UTF8.GetBytes(MarkdownSummary.Render(r)), 1)));

    [Fact]
    public void A_summary_drops_the_groups_of_its_conditions_before_it_drops_conditions()
    {
        string whole = MarkdownSummary.Render(SampleResults.SixtyGroups());
        string less = Encoding.UTF8.GetString(Detail.Fit(SampleResults.SixtyGroups(), "summary",
            r => Encoding.UTF8.GetBytes(MarkdownSummary.Render(r)), whole.Length - 1000));
        Assert.Contains("This summary would have more than", less);
        Assert.Contains("rates-by-district", less);
        Assert.True(less.Length < whole.Length);
    }

    private static GateResult TenByTen()
    {
        GateResult mortgage = SampleResults.Mortgage();
        string[] labels = [.. Enumerable.Range(0, 100).Select(i => new string((char)('a' + (i % 26)), 180) + i)];
        FrameFacts frame = mortgage.Frames[1];
        FrameGroup[] groups = [.. labels.Select(label => frame.Groups[0] with { Label = label, Key = [label, label] })];
        GroupFact group = mortgage.Findings[3].Groups[0];
        return mortgage with
        {
            Findings = [.. mortgage.Findings.Select(finding => finding.By.Count < 2 ? finding
                : finding with { Groups = [.. labels.Select(label => group with { Label = label, Key = [label, label] })] })],
            Frames = [mortgage.Frames[0], .. Enumerable.Range(0, 6).Select(_ => frame with { Groups = groups })],
        };
    }
}
