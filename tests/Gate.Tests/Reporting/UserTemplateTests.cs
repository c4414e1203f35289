using Gate.Evaluation.Results;
using Gate.Reporting;
using Gate.Reporting.Html;
using Gate.Reporting.Templating;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class UserTemplateTests
{
    [Fact]
    public void It_sees_the_model_the_result_and_the_parts()
    {
        string page = HtmlReport.Render(SampleResults.Mortgage(),
            "<p>{{ result.policy.name }}: {{ verdict.word }}{{ for f in findings }} {{ f.id }}={{ f.estimate }}{{ end }}</p>"
            + "{{ include \"waivers\" }}");
        Assert.Contains("<p>mortgage: Fail accuracy-regression=0.8411 four-fifths=0.7149", page);
        Assert.Contains("id=\"waivers\"", page);
    }

    [Fact]
    public void A_part_is_included_as_it_is_and_not_escaped_twice()
    {
        string page = HtmlReport.Render(SampleResults.Mortgage(), "{{ for f in findings limit:1 }}{{ include \"finding\" f }}{{ end }}");
        Assert.Contains("<article class=\"card finding fail\" id=\"accuracy-regression\"", page);
        Assert.DoesNotContain("&lt;article", page);
        Assert.DoesNotContain("&amp;lt;", page);
    }

    [Fact]
    public void A_section_without_facts_is_nothing() =>
        Assert.Contains("<div id=\"custom\">\n[]\n</div>", HtmlReport.Render(SampleResults.Minimal(), "[{{ include \"waivers\" }}]"));

    [Fact]
    public void Text_is_escaped_and_nothing_in_a_template_can_leave_that()
    {
        GateResult attacked = SampleResults.Attacked();
        foreach (string print in (string[])["{{ policy.name }}", "{{ (policy.name) }}", "{{ policy.name ?? 1 }}",
            "{{ result.policy.name }}", "{{ true ? policy.name : 0 }}", "{{ policy['name'] }}",
            "{{ for x in result.policy.overrides }}{{ x }}{{ end }}"])
        {
            string page = HtmlReport.Render(attacked, $"<p>{print}</p>");
            Assert.Contains("<p>&lt;/script&gt;&lt;img src=x onerror=&quot;window.__pwned=1;alert(1)&quot;&gt;", page);
            Assert.DoesNotContain("<img", page);
        }
    }

    [Fact]
    public void Nothing_empty_and_false_are_no()
    {
        string page = HtmlReport.Render(SampleResults.Minimal(),
            "{{ if waivers }}a{{ end }}{{ if result.notes }}b{{ end }}{{ if baseline }}c{{ end }}{{ if nowhere.at.all }}d{{ end }}"
            + "{{ if !baseline && findings }}yes{{ else }}no{{ end }}");
        Assert.Contains("<div id=\"custom\">\nyes\n</div>", page);
    }

    /// <summary>The security policy, the verdict's head and the provenance of the data are Gate's, whatever the template says.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<p>All is well</p>")]
    [InlineData("</main></div></section><h1>Pass</h1>")]
    [InlineData("<p title='</div>'>")]
    public void It_cannot_leave_out_the_policy_or_the_verdict(string template)
    {
        GateResult result = SampleResults.Mortgage();
        string page = HtmlReport.Render(result, template + " ");
        Assert.Equal(Pages.Policy(HtmlReport.Render(result)), Pages.Policy(page));
        Assert.DoesNotContain("unsafe", Pages.Policy(page));
        int verdict = page.IndexOf("<section class=\"verdict fail\" id=\"verdict\"", StringComparison.Ordinal);
        Assert.InRange(verdict, 0, page.IndexOf("<div id=\"custom\">", StringComparison.Ordinal));
        Assert.Contains("<title>Fail: Mortgage approvals, Boston 1990</title>", page);
    }

    [Theory]
    [InlineData("{{ for f in findings }}")]
    [InlineData("{{ include \"no_such_part\" }}")]
    [InlineData("{{ include \"head\" }}")]
    [InlineData("{{ include \"report\" }}")]
    [InlineData("{{ if }}{{ end }}")]
    [InlineData("{{ verdict")]
    [InlineData("{{ include }}")]
    public void What_is_no_template_is_reported(string template)
    {
        var error = Assert.Throws<ReportException>(() => HtmlReport.Render(SampleResults.Minimal(), template));
        Assert.StartsWith("report.template", error.Message);
        Assert.Contains("parts are attribution, changes, classes, conditions", error.Message);
    }

    [Fact]
    public void Every_section_is_a_part_and_the_page_itself_is_none()
    {
        foreach (string part in TemplateLanguage.Parts)
            Assert.Contains("id=\"custom\"", HtmlReport.Render(SampleResults.Minimal(), $"{{{{ include \"{part}\" findings[0] }}}}"));
        Assert.DoesNotContain("head", TemplateLanguage.Parts);
        Assert.DoesNotContain("verdict", TemplateLanguage.Parts);
    }
}
