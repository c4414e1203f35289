using Gate.Data;
using Gate.Evaluation.Proposals;

namespace Gate.Tests.Evaluation.Proposals;

public sealed class SensitiveGuessTests
{
    private static GuessedColumn Guessed(Column column) => new(column, column.ToCategories(), Part.Protected, "its name");

    private static GuessedColumn Ages(int different) =>
        Guessed(new NumericColumn("age", [.. Enumerable.Range(0, 60).Select(i => 20.0 + (i % different))], ColumnType.Integer));

    private static GuessedColumn Texts(int different) => Guessed(new CategoryColumn("nation", [.. Enumerable.Range(0, different)],
        [.. Enumerable.Range(0, different).Select(i => $"n{i:00}")]));

    [Fact]
    public void Few_numbers_are_groups_themselves_and_six_are_cut()
    {
        Assert.Equal(new ProposedSensitive("age", null, "age", "its name"), SensitiveGuess.Of(Ages(5), ["age"]));
        ProposedSensitive cut = SensitiveGuess.Of(Ages(6), ["age"])!;
        Assert.Equal(("age", "age_band", "its name; cut at its quartiles"), (cut.Column, cut.As, cut.Reason));
        Assert.Equal([21, 22, 24], cut.Bins!);
    }

    [Fact]
    public void Twenty_texts_are_groups_and_one_is_none()
    {
        Assert.Null(SensitiveGuess.Of(Texts(1), []));
        Assert.Equal(new ProposedSensitive("nation", null, "nation", "its name"), SensitiveGuess.Of(Texts(2), []));
        Assert.NotNull(SensitiveGuess.Of(Texts(20), []));
        Assert.Null(SensitiveGuess.Of(Texts(21), []));
        Assert.Equal("in too many groups to be compared", SensitiveGuess.NoGroups(Texts(21)));
    }

    /// <summary>Where most rows have the least value, no quartile lies above it.</summary>
    [Fact]
    public void Numbers_that_their_quartiles_do_not_cut_make_no_groups()
    {
        GuessedColumn mostly = Guessed(new NumericColumn("age", [.. Enumerable.Range(0, 60).Select(i => Math.Max(0.0, i - 52))]));
        Assert.Null(SensitiveGuess.Of(mostly, []));
        Assert.Equal("but its quartiles cut it into no groups", SensitiveGuess.NoGroups(mostly));
    }

    [Theory]
    [InlineData("age,x", "age_band")]
    [InlineData("age,age_band", "age_band_2")]
    [InlineData("age_BAND,age", "age_band_2")]
    [InlineData("age_band_2,age,age_band", "age_band_3")]
    public void Bands_take_a_name_that_no_column_has(string names, string band) =>
        Assert.Equal(band, SensitiveGuess.Of(Ages(30), names.Split(','))!.As);
}
