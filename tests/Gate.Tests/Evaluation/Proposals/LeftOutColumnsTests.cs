using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Which columns are left out, with their reasons to the letter, and what is just no reason.</summary>
public sealed class LeftOutColumnsTests
{
    private static (string Part, string Reason) Of(Column column)
    {
        GuessedColumn guess = ColumnGuesses.Of(new([column]))[0];
        return (guess.Part.ToString(), guess.Reason);
    }

    private static NumericColumn Numbers(string name, int rows, Func<int, double> value, ColumnType type = ColumnType.Integer) =>
        new(name, [.. Enumerable.Range(0, rows).Select(value)], type);

    private static CategoryColumn Texts(int rows, int different, Func<int, string> text) =>
        CategoryColumn.Of("x", [.. Enumerable.Range(0, rows).Select(i => text(i % different))]);

    private const string Identifier = "a different whole number in every row, as an identifier is";

    [Theory]
    [InlineData("id")]
    [InlineData("customer_ids")]
    [InlineData("UUID")]
    [InlineData("key")]
    [InlineData("index")]
    [InlineData("rownames")]
    [InlineData("column0")]
    [InlineData("X")]
    public void Whole_numbers_that_differ_under_such_a_name_identify(string name)
    {
        Assert.Equal(("LeftOut", Identifier), Of(Numbers(name, 20, i => i * 3)));
        Assert.Equal("Ordinary", Of(Numbers(name, 20, i => i * 3 % 57)).Part);
        Assert.Equal("Ordinary", Of(Numbers(name, 20, i => i * 3, ColumnType.Real)).Part);
    }

    [Fact]
    public void Numbers_that_count_the_rows_identify_under_any_name()
    {
        Assert.Equal(("LeftOut", Identifier), Of(Numbers("n", 20, i => i + 7)));
        Assert.Equal("Ordinary", Of(Numbers("n", 20, i => 7 - i)).Part);
        Assert.Equal("Ordinary", Of(Numbers("n", 20, i => i == 19 ? 20 : i)).Part);
        Assert.Equal("Ordinary", Of(Numbers("n", 20, i => i, ColumnType.Real)).Part);
        Assert.Equal(("LeftOut", "it is the same in every row"), Of(Numbers("n", 1, i => i)));
    }

    [Theory]
    [InlineData(ColumnType.Date)]
    [InlineData(ColumnType.Timestamp)]
    public void Dates_and_times_tell_rows_apart(ColumnType type) => Assert.Equal(
        ("LeftOut", "it is a date or a time, by which rows are told apart"), Of(Numbers("opened", 20, i => i % 5, type)));

    /// <summary>More than nine different texts of ten rows, and more than fifty in all.</summary>
    [Theory]
    [InlineData(20, 18, "")]
    [InlineData(20, 19, "a different text in nearly every row, as an identifier or a name is")]
    [InlineData(200, 50, "")]
    [InlineData(200, 51, "51 different texts: a model would learn single rows")]
    [InlineData(4000, 1200, "1,200 different texts: a model would learn single rows")]
    public void Free_texts_are_left_out(int rows, int different, string reason) =>
        Assert.Equal((reason.Length > 0 ? "LeftOut" : "Ordinary", reason), Of(Texts(rows, different, i => $"t{i}")));

    [Fact]
    public void Texts_of_rows_that_have_one_are_counted()
    {
        CategoryColumn half = CategoryColumn.Of("x", [.. Enumerable.Range(0, 40).Select(i => i < 20 ? $"t{i}" : null)]);
        Assert.Equal("a different text in nearly every row, as an identifier or a name is", Of(half).Reason);
    }

    [Fact]
    public void Numbers_in_a_form_that_is_read_as_text_are_named_as_what_they_are()
    {
        Assert.Equal(("LeftOut", "numbers with a decimal comma, such as '0,5', are read as texts without an order"),
            Of(Texts(210, 21, i => $"{i},5")));
        Assert.Equal("Ordinary", Of(Texts(200, 20, i => $"{i},5")).Part);
    }

    [Fact]
    public void A_protected_name_that_is_a_label_is_no_group()
    {
        Assert.Equal(("Protected", "it is named like a protected attribute"), Of(Texts(20, 2, i => $"{i}").Rename("race")));
        Assert.Equal("Ordinary", Of(Texts(20, 2, i => $"{i}").Rename("race_label")).Part);
        Assert.Equal(("Protected", "its values tell people apart"), Of(Texts(20, 2, i => i == 0 ? "Male" : "Female")));
    }
}
