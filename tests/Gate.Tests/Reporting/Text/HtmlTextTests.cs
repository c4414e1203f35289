using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

public class HtmlTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" plain ~ text, 0.8 [x] ", " plain ~ text, 0.8 [x] ")]
    [InlineData("&", "&amp;")]
    [InlineData("<", "&lt;")]
    [InlineData(">", "&gt;")]
    [InlineData("\"", "&quot;")]
    [InlineData("'", "&#39;")]
    [InlineData("`", "&#96;")]
    [InlineData("<b title='x' id=\"y\">&amp;`", "&lt;b title=&#39;x&#39; id=&quot;y&quot;&gt;&amp;amp;&#96;")]
    [InlineData("größer 😀", "größer 😀")]
    [InlineData("a\nb\u202Ec\u007f", "a b\uFFFDc\uFFFD")]
    public void A_text_reads_as_itself_in_elements_and_quotes(string? text, string html) => Assert.Equal(html, HtmlText.Escape(text));

    [Fact]
    public void Long_texts_are_cut_whatever_they_hold()
    {
        string longest = new('a', PlainText.MaxLength);
        Assert.Equal(longest, HtmlText.Escape(longest));
        Assert.Equal(longest + "…", HtmlText.Escape(longest + "b"));
        Assert.Equal("&lt;" + longest[1..] + "…", HtmlText.Escape("<" + longest));
    }
}
