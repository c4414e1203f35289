using Gate.Ci.Terminal;

namespace Gate.Tests.Ci.Terminal;

public sealed class ChoiceTests
{
    private static (string? Chosen, string Shown) Ask(string answers)
    {
        var shown = new StringWriter { NewLine = "\n" };
        string? chosen = Choice.Ask("Which?", [("first", "because"), ("2", ""), ("th\u001bird", "")], new StringReader(answers), shown);
        return (chosen, shown.ToString());
    }

    [Theory]
    [InlineData("1\n", "first")]
    [InlineData(" 3 \n", "th\u001bird")]
    [InlineData("first\n", "first")]
    [InlineData("2\n", "2")]
    [InlineData("0\n4\n1\n", "first")]
    [InlineData("x\ny\nz\n1\n", null)]
    [InlineData("\n1\n", null)]
    [InlineData("", null)]
    public void A_number_or_a_name_chooses_and_nothing_stops(string answers, string? chosen) => Assert.Equal(chosen, Ask(answers).Chosen);

    [Fact]
    public void What_may_be_chosen_is_listed_safely() => Assert.Equal("Which?\n  1  first        because\n  2  2\n  3  th\\u001bird\n"
        + "A number, a name, or nothing to stop: ", Ask("").Shown);
}
