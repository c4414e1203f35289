using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Which columns a model has written.</summary>
public sealed class OutputNamesTests
{
    private static NumericColumn Shares(string name, ColumnType type = ColumnType.Real) => new(name, [0, 0.25, 1], type);

    private static NumericColumn Points(string name) => new(name, [410, 520.5, 730]);

    private static CategoryColumn Texts(string name) => new(name, [0, 1], ["a", "b"]);

    [Theory]
    [InlineData("pred", true)]
    [InlineData("y_hat", true)]
    [InlineData("yhat", true)]
    [InlineData("class_predicted", true)]
    [InlineData("forecast", true)]
    [InlineData("predictor", false)]
    [InlineData("hatch", false)]
    public void Predictions_may_be_texts_or_numbers(string name, bool isOutput)
    {
        Assert.Equal(isOutput, OutputGuesses.IsOutput(Texts(name)));
        Assert.Equal(isOutput, OutputGuesses.IsOutput(Points(name)));
    }

    [Theory]
    [InlineData("probability", true)]
    [InlineData("logit", true)]
    [InlineData("score", true)]
    [InlineData("risk_score", true)]
    [InlineData("credit_score", false)]
    [InlineData("p_yes", false)]
    [InlineData("p1", false)]
    public void Probabilities_and_scores_are_numbers_of_any_size(string name, bool isOutput)
    {
        Assert.Equal(isOutput, OutputGuesses.IsOutput(Points(name)));
        Assert.False(OutputGuesses.IsOutput(Texts(name)));
    }

    [Theory]
    [InlineData("credit_score", true)]
    [InlineData("p_yes", true)]
    [InlineData("p1", true)]
    [InlineData("p", true)]
    [InlineData("q1", false)]
    [InlineData("pa", false)]
    [InlineData("p12", false)]
    [InlineData("share", false)]
    public void Other_names_want_numbers_from_0_to_1(string name, bool isOutput)
    {
        Assert.Equal(isOutput, OutputGuesses.IsOutput(Shares(name)));
        Assert.False(OutputGuesses.IsOutput(Shares(name, ColumnType.Integer)));
        Assert.False(OutputGuesses.IsOutput(new NumericColumn(name, [-0.1, 0.5])));
        Assert.False(OutputGuesses.IsOutput(new NumericColumn(name, [0.5, 1.1])));
        Assert.False(OutputGuesses.IsOutput(new NumericColumn(name, [double.NaN])));
    }

    [Theory]
    [InlineData("prediction_date", ColumnType.Date)]
    [InlineData("score", ColumnType.Date)]
    [InlineData("predicted_at", ColumnType.Timestamp)]
    [InlineData("probability", ColumnType.Timestamp)]
    public void Dates_are_no_outputs(string name, ColumnType type) => Assert.False(OutputGuesses.IsOutput(Shares(name, type)));

    [Theory]
    [InlineData("price_low", true)]
    [InlineData("upr", true)]
    [InlineData("low_price", false)]
    [InlineData("_", false)]
    public void Ends_of_intervals_have_it_as_their_last_word(string name, bool isEnd)
    {
        Assert.Equal(isEnd, OutputGuesses.IsEnd(Points(name)));
        Assert.False(OutputGuesses.IsEnd(Texts(name)));
    }
}
