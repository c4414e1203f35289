using Gate.Ci.Terminal;

namespace Gate.Tests.Ci.Terminal;

public sealed class AlignedTextTests
{
    [Theory]
    [InlineData("one two three", 0, 2, "  one two three")]
    [InlineData("one two three", 15, 2, "  one two three")]
    [InlineData("one two three", 14, 2, "  one two|  three")]
    [InlineData("one two three", 9, 2, "  one two|  three")]
    [InlineData("one two three", 8, 2, "  one|  two|  three")]
    [InlineData("a_word_that_is_longer than that", 10, 0, "a_word_that_is_longer|than that")]
    [InlineData("", 10, 0, "")]
    public void Sentences_are_broken_between_words(string text, int width, int indent, string expected) =>
        Assert.Equal(expected, string.Join('|', AlignedText.Wrapped(text, width, indent)));

    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell() =>
        Assert.Equal(["a    bb  c", "aaa   b"], AlignedText.Lines([["a", "bb", "c"], ["aaa", "b", ""]], 1));
}
