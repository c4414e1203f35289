using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class PolicyNameTests
{
    [Theory]
    [InlineData("loans.csv", "loans")]
    [InlineData("data/loans.2024.csv.gz", "loans")]
    [InlineData("my loans.csv", "my loans")]
    [InlineData(".data.csv", "data")]
    [InlineData("a/...csv", "csv")]
    [InlineData(" . b .csv", "b")]
    [InlineData("...", "data")]
    [InlineData("", "data")]
    [InlineData("a\tb\n.csv", "a b")]
    [InlineData("\u001b.rows.csv", "rows")]
    public void A_policy_is_called_like_its_file(string source, string name) => Assert.Equal(name, PolicyName.Of(source));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(new string('x', 60) + "…", PolicyName.Of(new string('x', 240) + ".csv"));
}
