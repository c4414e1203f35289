using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Texts of the data as YAML reads them back.</summary>
public sealed class QuotingTests
{
    [Theory]
    [InlineData("loans", "loans")]
    [InlineData("data/loans-2.csv", "data/loans-2.csv")]
    [InlineData("A_b.c", "A_b.c")]
    [InlineData("", "\"\"")]
    [InlineData("2024", "\"2024\"")]
    [InlineData("_x", "\"_x\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a:b", "\"a:b\"")]
    [InlineData("größe", "\"größe\"")]
    [InlineData("say \"so\"", "\"say \\\"so\\\"\"")]
    [InlineData("<b>", "\"<b>\"")]
    [InlineData("Yes", "\"Yes\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("TRUE", "\"TRUE\"")]
    [InlineData("false", "\"false\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("N", "\"N\"")]
    [InlineData("none", "none")]
    public void Only_what_no_reader_takes_for_something_else_is_plain(string text, string yaml) =>
        Assert.Equal(yaml, ProposalWriter.Quote(text));
}
