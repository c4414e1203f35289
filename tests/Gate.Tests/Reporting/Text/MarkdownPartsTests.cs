using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

public class MarkdownPartsTests
{
    [Fact]
    public void A_table_aligns_marked_columns_to_the_right() => Assert.Equal("| A | B |\n| --- | ---: |\n| x | 1 |\n| y | 2 |\n",
        new MarkdownTable("A", ">B").Add([["x", "1"], ["y", "2"]]).Text);

    [Fact]
    public void Terms_are_escaped_and_those_without_text_left_out() =>
        Assert.Equal("| What | Value |\n| --- | --- |\n| a\\|b | \\*c\\* |\n",
        MarkdownParts.Terms([("a|b", "*c*"), ("none", null)]));

    [Fact]
    public void A_body_is_folded_with_the_empty_line_that_Markdown_needs() =>
        Assert.Equal("<details><summary>Head</summary>\n\n| body |\n</details>\n", MarkdownParts.Folded("Head", "| body |"));

    [Fact]
    public void An_estimate_has_its_interval_in_brackets()
    {
        Assert.Equal("0.9000 [0.8000 to 1.0000]", MarkdownParts.Estimate(0.9, new(0.8, 1, 0.95, "wilson")));
        Assert.Equal("0.9000", MarkdownParts.Estimate(0.9, null));
        Assert.Equal("–", MarkdownParts.Estimate(null, null));
    }
}
