using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gate.Evaluation.Results;
using Gate.Reporting.Html;
using Gate.Reporting.Junit;
using Gate.Reporting.Markdown;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class HtmlReportTests
{
    [Fact]
    public void The_static_part_of_a_failing_report_is_as_approved() =>
        Expectation.Matches("mortgage.html", Pages.Static(HtmlReport.Render(SampleResults.Mortgage())));

    [Fact]
    public void The_static_part_of_the_smallest_report_is_as_approved() =>
        Expectation.Matches("minimal.html", Pages.Static(HtmlReport.Render(SampleResults.Minimal())));

    [Fact]
    public void Every_sample_stays_below_a_megabyte()
    {
        foreach (GateResult result in (GateResult[])[SampleResults.Mortgage(), SampleResults.Diabetes(), SampleResults.Wine(),
            SampleResults.SixtyGroups(), SampleResults.Attacked()])
            Assert.InRange(Encoding.UTF8.GetByteCount(HtmlReport.Render(result)), 100_000, 999_999);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_bytes_do_not_depend_on_the_culture(string culture)
    {
        string[] Renderings() =>
            [HtmlReport.Render(SampleResults.Mortgage()), MarkdownSummary.Render(SampleResults.Mortgage()),
            JunitReport.Render(SampleResults.Mortgage()),
            HtmlReport.Render(SampleResults.Mortgage(), "{{ for f in findings }}{{ f.estimate }} {{ end }}{{ result.policy.confidence }}")];
        string[] expected = Renderings();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Renderings());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_embedded_data_is_the_result_itself()
    {
        GateResult result = SampleResults.Attacked();
        JsonNode? embedded = JsonNode.Parse(Pages.Json(HtmlReport.Render(result)));
        Assert.True(JsonNode.DeepEquals(embedded, JsonNode.Parse(ResultJson.Write(result))));
    }

    [Fact]
    public void The_security_policy_allows_exactly_the_inlined_script_and_style()
    {
        string page = HtmlReport.Render(SampleResults.Mortgage());
        string policy = Pages.Policy(page);
        static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";
        Assert.Equal($"default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; script-src {Hash(Pages.Script(page))}; "
            + $"style-src {Hash(Pages.Style(page))}", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Fact]
    public void The_page_refers_to_nothing_outside_itself()
    {
        string page = Pages.Static(HtmlReport.Render(SampleResults.Mortgage()));
        Assert.DoesNotContain("src=\"", page);
        Assert.DoesNotMatch("href=\"(?!#|data:,)", page);
        Assert.DoesNotContain("url(", Pages.Style(HtmlReport.Render(SampleResults.Mortgage())));
    }

    [Fact]
    public void Names_that_attack_the_page_stay_text()
    {
        string page = HtmlReport.Render(SampleResults.Attacked());
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<", Pages.Json(page));
        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.Contains("&lt;/script&gt;&lt;img src=x onerror=&quot;window.__pwned=1;alert(1)&quot;&gt;four-fifths", page);
    }

    [Fact]
    public void Characters_that_reorder_text_or_control_it_are_replaced()
    {
        GateResult result = SampleResults.Minimal() with { Headline = "ssap \u202Eliaf\u0000\u001B[31m\uD800" };
        Assert.Contains("<p class=\"headline\">ssap \uFFFDliaf\uFFFD\uFFFD[31m\uFFFD</p>", HtmlReport.Render(result));
    }
}
