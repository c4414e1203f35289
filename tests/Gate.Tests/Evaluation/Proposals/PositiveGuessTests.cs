using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class PositiveGuessTests
{
    private static (string Positive, string Negative, string Reason, bool IsTold) Guess(string label, string values)
    {
        string[] categories = [.. values.Split(',').Order(StringComparer.Ordinal)];
        return PositiveGuess.Of(new CategoryColumn(label, [0, 1], categories));
    }

    [Theory]
    [InlineData("loan_default", "yes,no", "no", true)]
    [InlineData("defaulted", "1,0", "0", true)]
    [InlineData("attrition", "True,False", "False", true)]
    [InlineData("approved", "yes,no", "yes", true)]
    [InlineData("loan_default", "charged off,paid", "paid", true)]
    [InlineData("outcome", "bad,fine", "fine", true)]
    [InlineData("outcome", "good,odd", "good", true)]
    [InlineData("deadline", "yes,no", "yes", true)]
    [InlineData("kind", "a,b", "b", false)]
    [InlineData("fraud", "a,b", "b", false)]
    public void The_favourable_class_is_guessed_from_values_and_name(string label, string values, string positive, bool told)
    {
        (string Positive, string Negative, string, bool IsTold) guess = Guess(label, values);
        Assert.Equal((positive, told), (guess.Positive, guess.IsTold));
        Assert.Equal(values.Split(',').Single(value => value != positive), guess.Negative);
    }

    [Fact]
    public void The_reason_says_what_it_is_known_by()
    {
        Assert.Equal("'yes' of 'default' is what nobody wishes for", Guess("default", "yes,no").Reason);
        Assert.Equal("'yes' reads like the favourable outcome", Guess("approved", "yes,no").Reason);
        Assert.Equal("'paid' reads like the favourable outcome", Guess("default", "charged off,paid").Reason);
        Assert.Equal("nothing says which of the two is the favourable outcome", Guess("kind", "a,b").Reason);
    }

    [Fact]
    public void Numbers_of_a_label_are_read_as_they_are_written()
    {
        var guess = PositiveGuess.Of(new NumericColumn("y", [0, 1, double.NaN], ColumnType.Integer, [false, false, true]));
        Assert.Equal(("1", "0"), (guess.Positive, guess.Negative));
    }
}
