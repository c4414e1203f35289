using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class ColumnGuessesTests
{
    private static NumericColumn Numbers(string name, int rows, Func<int, double> value, ColumnType type = ColumnType.Integer) =>
        new(name, [.. Enumerable.Range(0, rows).Select(value)], type);

    private static NumericColumn Reals(string name, params double[] values) => new(name, values);

    private static CategoryColumn Texts(string name, int rows, int different) =>
        new(name, [.. Enumerable.Range(0, rows).Select(i => i % different)], [.. Enumerable.Range(0, different).Select(i => $"t{i}")]);

    private static CategoryColumn Values(string name, params string[] some)
    {
        string[] values = [.. Enumerable.Repeat(some, 10).SelectMany(part => part)];
        string[] categories = [.. values.Distinct().Order(StringComparer.Ordinal)];
        return new(name, [.. values.Select(value => Array.IndexOf(categories, value))], categories);
    }

    private static Part PartOf(Column column, params Column[] beside) => ColumnGuesses.Of(new([column, .. beside]))[0].Part;

    private static string ReasonOf(Column column) => ColumnGuesses.Of(new([column]))[0].Reason;

    [Theory]
    [InlineData("train,test", "Split")]
    [InlineData("Test,train", "Split")]
    [InlineData("train,test,val", "Split")]
    [InlineData("train,test,other", "Ordinary")]
    [InlineData("valid,test", "Ordinary")]
    public void A_split_says_train_and_test(string values, string part) =>
        Assert.Equal(part, PartOf(Values("part of it", values.Split(','))).ToString());

    [Theory]
    [InlineData("is_test", "Split")]
    [InlineData("test", "Split")]
    [InlineData("is_train", "Ordinary")]
    [InlineData("smoker", "Ordinary")]
    public void Zeros_and_ones_are_a_split_where_one_is_the_test(string name, string part) =>
        Assert.Equal(part, PartOf(Numbers(name, 6, i => i % 2)).ToString());

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
    public void Identifiers_constants_dates_and_free_text_are_left_out()
    {
        Assert.Equal(Part.LeftOut, PartOf(Numbers("id", 20, i => i * 3)));
        Assert.Equal(Part.Ordinary, PartOf(Numbers("customer_key", 20, i => i / 2)));
        Assert.Equal(Part.Ordinary, PartOf(Numbers("amount", 20, i => i * 3)));
        Assert.Equal(Part.LeftOut, PartOf(Numbers("row", 20, i => i + 7)));
        Assert.Equal(Part.LeftOut, PartOf(Texts("name", 20, 19)));
        Assert.Equal(Part.Ordinary, PartOf(Texts("town", 20, 18)));
        Assert.Equal(Part.LeftOut, PartOf(Texts("town", 400, 51)));
        Assert.Equal(Part.LeftOut, PartOf(Numbers("flag", 20, _ => 1)));
        Assert.Equal(Part.LeftOut, PartOf(Numbers("opened", 20, i => i % 5, ColumnType.Date)));
    }

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
    [InlineData(21, "LeftOut")]
    [InlineData(20, "Ordinary")]
    public void Numbers_that_are_read_as_many_texts_are_left_out(int different, string part) => Assert.Equal(part,
        PartOf(Values("income", [.. Enumerable.Range(0, different).Select(i => $"{i},5")])).ToString());

    [Theory]
    [InlineData("sample_weight", "Weight")]
    [InlineData("fnlwgt", "Weight")]
    [InlineData("lwt", "Ordinary")]
    public void Weights_are_known_by_their_name(string name, string part) =>
        Assert.Equal(part, PartOf(Numbers(name, 20, i => 50 + (i % 6))).ToString());

    [Fact]
    public void What_is_only_called_weight_may_be_a_bodys()
    {
        Assert.Equal(Part.Ordinary, PartOf(Reals("weight", 71.5, 80.2, 64.9)));
        Assert.Equal(Part.Weight, PartOf(Reals("weight", 0.5, 1.2, 1.9)));
        Assert.Equal(Part.Weight, PartOf(Reals("weight", 71.5, 80.2, 64.9), Reals("y_score", 0.1, 0.2, 0.3)));
        Assert.Equal(Part.Ordinary, PartOf(Reals("weight", 0.5, -1.2, 1.9)));
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

    [Theory]
    [InlineData(200, 2, "BinaryClassification")]
    [InlineData(200, 3, "MulticlassClassification")]
    [InlineData(200, 20, "MulticlassClassification")]
    [InlineData(209, 21, "Regression")]
    [InlineData(210, 21, "Regression")]
    [InlineData(199, 20, "Regression")]
    public void Few_whole_numbers_are_classes_and_many_a_quantity(int rows, int different, string task) =>
        Assert.Equal(task, TaskGuess.Of(Numbers("y", rows, i => i % different)).Task.ToString());

    [Fact]
    public void Texts_are_classes_and_broken_numbers_a_quantity()
    {
        Assert.Equal(TaskType.MulticlassClassification, TaskGuess.Of(Texts("y", 60, 30)).Task);
        Assert.Equal(TaskType.Regression, TaskGuess.Of(Numbers("y", 60, i => i % 3, ColumnType.Real)).Task);
    }

    [Theory]
    [InlineData("loan_default", "yes,no", "no", true)]
    [InlineData("defaulted", "1,0", "0", true)]
    [InlineData("attrition", "True,False", "False", true)]
    [InlineData("approved", "yes,no", "yes", true)]
    [InlineData("loan_default", "charged off,paid", "paid", true)]
    [InlineData("outcome", "bad,fine", "fine", true)]
    [InlineData("deadline", "yes,no", "yes", true)]
    [InlineData("kind", "a,b", "b", false)]
    public void The_favourable_class_is_guessed_from_values_and_name(string label, string values, string positive, bool told)
    {
        (string Positive, string, string, bool IsTold) guess = PositiveGuess.Of(Values(label, values.Split(',')));
        Assert.Equal((positive, told), (guess.Positive, guess.IsTold));
    }
}
