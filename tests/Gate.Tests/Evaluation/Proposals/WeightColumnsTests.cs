using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

/// <summary>Which columns say how much a row counts.</summary>
public sealed class WeightColumnsTests
{
    private static bool IsWeight(Column column, params Column[] beside)
    {
        GuessedColumn guess = ColumnGuesses.Of(new([column, .. beside]))[0];
        if (guess.Part == Part.Weight) Assert.Equal("its name says so, and no value is missing or negative", guess.Reason);
        return guess.Part == Part.Weight;
    }

    private static NumericColumn Reals(string name, params double[] values) => new(name, values);

    private static readonly NumericColumn score = Reals("y_score", 0.1, 0.2, 0.3);

    [Theory]
    [InlineData("sample_weight")]
    [InlineData("SampleWeights")]
    [InlineData("instance_weight")]
    [InlineData("case_weight")]
    [InlineData("fnlwgt")]
    [InlineData("iptw")]
    public void Names_of_weights_say_it_alone(string name)
    {
        Assert.True(IsWeight(Reals(name, 100, 200, 300)));
        Assert.True(IsWeight(new NumericColumn(name, [0, 2, 3], ColumnType.Integer)));
    }

    /// <summary>A mean above five is a body's.</summary>
    [Theory]
    [InlineData("weight", 4.9, 5.1, true)]
    [InlineData("weights", 4.9, 5.1, true)]
    [InlineData("weight", 4.9, 5.2, false)]
    [InlineData("w", 0.5, 1.5, false)]
    [InlineData("wt", 0.5, 1.5, false)]
    [InlineData("body_weight", 0.5, 1.5, false)]
    public void Plain_names_want_small_numbers(string name, double one, double other, bool isWeight) =>
        Assert.Equal(isWeight, IsWeight(Reals(name, one, other)));

    [Theory]
    [InlineData("weight", true)]
    [InlineData("w", true)]
    [InlineData("wgt", true)]
    [InlineData("wide", false)]
    public void Beside_predictions_plain_names_are_enough(string name, bool isWeight) =>
        Assert.Equal(isWeight, IsWeight(Reals(name, 71, 80, 64), score));

    [Fact]
    public void Whole_numbers_under_a_plain_name_are_no_weights() =>
        Assert.False(IsWeight(new NumericColumn("weight", [1, 2, 3], ColumnType.Integer)));

    [Fact]
    public void Weights_are_there_in_every_row_finite_and_not_negative_nor_all_0()
    {
        Assert.False(IsWeight(new NumericColumn("sample_weight", [1, 2, double.NaN], ColumnType.Real, [false, false, true])));
        Assert.False(IsWeight(Reals("sample_weight", 1, 2, double.NaN)));
        Assert.False(IsWeight(Reals("sample_weight", 1, 2, double.PositiveInfinity)));
        Assert.False(IsWeight(Reals("sample_weight", 1, 2, -0.5)));
        Assert.False(IsWeight(Reals("sample_weight", 0, 0, 0)));
        Assert.True(IsWeight(Reals("sample_weight", 0, 0, 1)));
    }

    [Theory]
    [InlineData("train,test", "Split")]
    [InlineData("TRAIN,Test,dev", "Split")]
    [InlineData("train,test,validation", "Split")]
    [InlineData("train,test,valid", "Split")]
    [InlineData("train,test,hold", "Ordinary")]
    [InlineData("train,test,val,dev", "Ordinary")]
    [InlineData("train,val", "Ordinary")]
    [InlineData("test,val", "Ordinary")]
    public void Marks_of_a_split_are_train_and_test_and_one_more_at_most(string values, string part)
    {
        string[] marks = [.. Enumerable.Repeat(values.Split(','), 4).SelectMany(some => some)];
        Assert.Equal(part, ColumnGuesses.Of(new([CategoryColumn.Of("x", marks)]))[0].Part.ToString());
    }

    [Theory]
    [InlineData("is_test", ColumnType.Boolean, false, "Split")]
    [InlineData("in_test", ColumnType.Integer, false, "Split")]
    [InlineData("test", ColumnType.Integer, false, "Split")]
    [InlineData("test", ColumnType.Integer, true, "Ordinary")]
    [InlineData("test_is", ColumnType.Integer, false, "Ordinary")]
    public void Flags_named_test_mark_every_row(string name, ColumnType type, bool missing, string part) => Assert.Equal(part,
        ColumnGuesses.Of(new([new NumericColumn(name, [0, 1, missing ? double.NaN : 0], type, missing ? [false, false, true] : null)]))[0]
            .Part.ToString());
}
