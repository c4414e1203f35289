using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class ColumnGuessesTests
{
    private static NumericColumn Numbers(string name, int rows, Func<int, double> value, ColumnType type = ColumnType.Integer) =>
        new(name, [.. Enumerable.Range(0, rows).Select(value)], type);

    private static NumericColumn Reals(string name, params double[] values) => new(name, values);

    private static CategoryColumn Values(string name, params string[] some)
    {
        string[] values = [.. Enumerable.Repeat(some, 10).SelectMany(part => part)];
        string[] categories = [.. values.Distinct().Order(StringComparer.Ordinal)];
        return new(name, [.. values.Select(value => Array.IndexOf(categories, value))], categories);
    }

    private static Part PartOf(Column column, params Column[] beside) => ColumnGuesses.Of(new([column, .. beside]))[0].Part;

    private static string ReasonOf(Column column) => ColumnGuesses.Of(new([column]))[0].Reason;

    [Theory]
    [InlineData("sex", "Protected")]
    [InlineData("applicantSex", "Protected")]
    [InlineData("AGE", "Protected")]
    [InlineData("minority", "Protected")]
    [InlineData("Personal.Male.Single", "Protected")]
    [InlineData("wage", "Ordinary")]
    [InlineData("trace", "Ordinary")]
    public void Protected_attributes_are_known_by_whole_words(string name, string part) =>
        Assert.Equal(part, PartOf(Numbers(name, 40, i => i % 7)).ToString());

    [Theory]
    [InlineData("Black,White", "Protected")]
    [InlineData("female,male", "Protected")]
    [InlineData("Black,Red", "Ordinary")]
    public void And_by_values_that_tell_people_apart(string values, string part) =>
        Assert.Equal(part, PartOf(Values("colour", values.Split(','))).ToString());

    [Fact]
    public void What_tells_nothing_says_why()
    {
        bool[] missing = [true, false, true];
        Assert.Equal("it is the same in every row", ReasonOf(Reals("x", 3, 3, 3)));
        Assert.Equal("it is the same in every row that has a value", ReasonOf(new NumericColumn("x", [double.NaN, 3, double.NaN],
            ColumnType.Real, missing)));
        Assert.Equal("it has no value", ReasonOf(new NumericColumn("x", [double.NaN], ColumnType.Real, [true])));
        Assert.Equal("it has no finite number", ReasonOf(Reals("x", double.NaN, double.PositiveInfinity, double.NegativeInfinity)));
        Assert.Equal("", ReasonOf(Reals("x", double.NaN, 1, 2)));
    }

    [Fact]
    public void A_split_says_what_it_is_known_by()
    {
        Assert.Equal("its values say train and test", ReasonOf(Values("part", "train", "test")));
        Assert.Equal("its name says that it marks the test rows", ReasonOf(Numbers("is_test", 6, i => i % 2)));
    }

    [Theory]
    [InlineData("pred")]
    [InlineData("predictedPrice")]
    [InlineData("y_hat")]
    [InlineData("churn_probability")]
    [InlineData("logit")]
    [InlineData("score")]
    [InlineData("p_yes")]
    [InlineData("risk_score_v2")]
    public void What_a_model_has_said_is_no_feature(string name) => Assert.Equal(Part.Output, PartOf(Reals(name, 0.1, 0.2, 0.9)));

    [Theory]
    [InlineData("credit_score")]
    [InlineData("test_score")]
    [InlineData("predictor")]
    [InlineData("p_class")]
    public void A_score_of_something_else_is(string name) => Assert.Equal(Part.Ordinary, PartOf(Reals(name, 410, 520.5, 730)));

    [Fact]
    public void Ends_of_intervals_are_known_beside_predictions_only()
    {
        Assert.Equal(Part.Output, PartOf(Reals("price_low", 1, 2, 3), Reals("prediction", 1, 2, 3)));
        Assert.Equal(Part.Ordinary, PartOf(Reals("price_low", 1, 2, 3)));
    }
}
