using System.Text.RegularExpressions;
using Gate.Evaluation.Results;
using Gate.Reporting.Markdown;
using Gate.Reporting.Text;
using Gate.Tests.Reporting.Samples;

namespace Gate.Tests.Reporting;

public class MarkdownSummaryTests
{
    [Fact]
    public void A_failing_summary_is_as_approved() => Expectation.Matches("mortgage.md", MarkdownSummary.Render(SampleResults.Mortgage()));

    [Fact]
    public void A_regression_summary_is_as_approved() =>
        Expectation.Matches("diabetes.md", MarkdownSummary.Render(SampleResults.Diabetes()));

    [Fact]
    public void A_summary_under_attack_is_as_approved() =>
        Expectation.Matches("attacked.md", MarkdownSummary.Render(SampleResults.Attacked()));

    [Fact]
    public void Sections_make_up_the_summary_and_the_verdict_comes_first()
    {
        IReadOnlyList<string> sections = MarkdownSummary.Sections(SampleResults.Mortgage());
        Assert.Equal(string.Join("\n", sections), MarkdownSummary.Render(SampleResults.Mortgage()));
        Assert.StartsWith("## ❌ Fail: Mortgage approvals", sections[0]);
        Assert.All(sections, section => Assert.EndsWith("\n", section));
        Assert.All(sections, section => Assert.Equal(Regex.Count(section, "<details>"), Regex.Count(section, "</details>")));
    }

    [Fact]
    public void Many_findings_are_cut_into_several_tables()
    {
        Finding one = SampleResults.Minimal().Findings[0];
        GateResult many = SampleResults.Minimal() with { Findings = [.. Enumerable.Range(0, 250).Select(i => one with { Id = $"c{i}" })] };
        Assert.Equal(3, MarkdownSummary.Sections(many).Count(section => section.StartsWith("| Verdict |", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("`code`", "\\`code\\`")]
    [InlineData("two\nlines\r\nand more", "two lines  and more")]
    [InlineData("<!-- hidden", "&lt;!-- hidden")]
    [InlineData("![x](y)", "!\\[x\\](y)")]
    [InlineData("**bold** ~~gone~~", "\\*\\*bold\\*\\* \\~\\~&#8203;gone\\~\\~")]
    [InlineData("!1 %2 $3 &4 ~5 ~\"a b\"", "!&#8203;1 %&#8203;2 \\$&#8203;3 &amp;&#8203;4 \\~&#8203;5 \\~&#8203;\"a b\"")]
    [InlineData("selection_rate", "selection_rate")]
    [InlineData("_emphasis_", "\\_emphasis\\_")]
    [InlineData("@octocat", "@&#8203;octocat")]
    [InlineData("owner/repo#12", "owner/repo#&#8203;12")]
    [InlineData("GH-12", "GH&#8203;-12")]
    [InlineData("https://example.org", "https:&#8203;//example.org")]
    [InlineData("www.example.org", "www&#8203;.example.org")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("a\\", "a\\\\")]
    [InlineData("$x$", "\\$x\\$")]
    public void Text_reads_as_itself(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void Every_table_row_has_as_many_cells_as_its_head_even_under_attack()
    {
        foreach (string block in MarkdownSummary.Render(SampleResults.Attacked()).Split("\n\n"))
        {
            string[] rows = [.. block.Split('\n').Where(line => line.StartsWith('|'))];
            Assert.Single(rows.Select(row => Regex.Count(row, @"(?<!\\)\|"))
                .Append(rows.Length == 0 ? 0 : Regex.Count(rows[0], @"(?<!\\)\|")).Distinct());
        }
    }
}
