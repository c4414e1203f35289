using Gate.Reporting.Text;

namespace Gate.Tests.Reporting.Text;

public class PlainTextTests
{
    [Theory]
    // Controls: escape sequences of terminals, NUL, delete, next line.
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("\0", "\uFFFD")]
    [InlineData("\u007f\u0085", "\uFFFD\uFFFD")]
    // What turns the direction of reading round, from the first to the last of each range, and its neighbours that do not.
    [InlineData("\u202A\u202B\u202D\u202E", "\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u2066\u2068\u2069", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u200E\u200F\u061C", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u202F\u2065\u206A\u200D", "\u202F\u2065\u206A\u200D")]
    // What is no character.
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    public void What_could_disguise_a_text_is_replaced(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Fact]
    public void Half_a_pair_of_surrogates_is_replaced()
    {
        Assert.Equal("a\uFFFDb", PlainText.Clean("a\uD83Db"));
        Assert.Equal("a\uFFFDb", PlainText.Clean("a\uDE00b"));
    }

    [Theory]
    [InlineData("a\nb\rc\td", "a b c d")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    public void Every_break_becomes_a_space(string text, string clean) => Assert.Equal(clean, PlainText.Clean(text));

    [Theory]
    [InlineData("")]
    [InlineData("Größe × 名前 😀 =cmd()")]
    public void Everything_else_stays(string text) => Assert.Equal(text, PlainText.Clean(text));

    [Fact]
    public void A_text_of_the_greatest_length_is_whole_and_a_longer_one_is_cut_with_a_sign()
    {
        string longest = new('a', PlainText.MaxLength);
        Assert.Equal(longest, PlainText.Clean(longest));
        Assert.Equal(longest + "…", PlainText.Clean(longest + "b"));
        Assert.Equal(longest + "…", PlainText.Clean(longest + new string('b', 1_000_000)));
    }

    [Fact]
    public void A_pair_of_surrogates_is_never_cut_in_two()
    {
        string text = new string('a', PlainText.MaxLength - 1) + "😀";
        Assert.Equal(text, PlainText.Clean(text));
        Assert.Equal(text + "…", PlainText.Clean(text + "b"));
    }
}
