using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

public class MarkdownTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("a < b > c", "a &lt; b &gt; c")]
    // Underscores stay within words, and only there.
    [InlineData("_a", "\\_a")]
    [InlineData("a_", "a\\_")]
    [InlineData("a__b", "a\\_\\_b")]
    [InlineData("a_ b", "a\\_ b")]
    [InlineData("a _b", "a \\_b")]
    [InlineData("roc_auc_2", "roc_auc_2")]
    // Mentions, references and links, at the ends of a text too.
    [InlineData("@", "@&#8203;")]
    [InlineData("a@b.org", "a@&#8203;b.org")]
    [InlineData("#1", "#&#8203;1")]
    [InlineData("gh-1", "gh&#8203;-1")]
    [InlineData("a-b H-1 -", "a-b H-1 -")]
    [InlineData("-", "-")]
    [InlineData("ftp://x", "ftp:&#8203;//x")]
    [InlineData("a: b:/c d:", "a: b:/c d:")]
    [InlineData("WwW.x.y", "WwW&#8203;.x.y")]
    [InlineData(".ww.x", ".ww.x")]
    // Names of emoji between colons would become pictures, such as the one of a verdict.
    [InlineData(":white_check_mark:", ":&#8203;white_check_mark:")]
    [InlineData("x:+1:", "x:&#8203;+1:")]
    [InlineData(":-1::x:", ":&#8203;-1::&#8203;x:")]
    [InlineData("a: b, c: d", "a: b, c: d")]
    [InlineData("::", "::")]
    [InlineData("a:b", "a:b")]
    [InlineData("09:14:05 :1a: :a1:", "09:14:05 :&#8203;1a: :&#8203;a1:")]
    [InlineData(":100: :1:", ":&#8203;100: :&#8203;1:")]
    [InlineData("sha256:ab", "sha256:ab")]
    [InlineData("a\u202Eb\nc", "a\uFFFDb c")]
    public void A_text_reads_as_itself(string? text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));

    [Fact]
    public void Code_is_a_tag_that_holds_backticks_and_bars() => Assert.Equal("<code>\\`a\\|b\\`&lt;/code&gt;</code>",
        MarkdownText.Code("`a|b`</code>"));

    [Theory]
    [InlineData("a|b *c* _d_ [e] ~f~ $g$ `h` \\", "a|b *c* _d_ [e] ~&#8203;f~ $g$ `h` \\")]
    [InlineData("<b>&", "&lt;b&gt;&amp;")]
    [InlineData("@a #1 GH-2 www.x :// :x:",
        "@&#8203;a #&#8203;1 GH&#8203;-2 www&#8203;.x :&#8203;// :&#8203;x:")]
    [InlineData("a\nb\u202Ec", "a b\uFFFDc")]
    public void In_a_line_of_HTML_nothing_is_escaped_that_only_Markdown_reads(string text, string html) =>
        Assert.Equal(html, MarkdownText.HtmlEscaped(text));
}
