using Gate.Evaluation.Facts;
using Gate.Data;

namespace Gate.Tests.Evaluation.Facts;

public sealed class NotesOfEvidenceTests
{
    private static CategoryColumn Column(params (string Value, int Rows)[] values)
    {
        string[] names = [.. values.Select(value => value.Value)];
        return new CategoryColumn("sex", [.. values.SelectMany((value, code) => Enumerable.Repeat(code, value.Rows))], names);
    }

    [Fact]
    public void Spellings_that_cut_a_group_below_the_floor_are_named()
    {
        string note = Assert.Single(SpellingNotes.Of("sex", Column(("F", 20), ("f ", 15), ("m", 80)), 30));
        Assert.Contains("'F' (20 rows), 'f ' (15 rows)", note, StringComparison.Ordinal);
        Assert.Contains("the floor is 30", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_groups_are_not_named() => Assert.Empty(SpellingNotes.Of("sex", Column(("F", 100), ("M", 5)), 30));

    [Fact]
    public void Spellings_that_are_large_enough_are_named_without_the_floor() => Assert.EndsWith(
        "'F' (100 rows), 'f' (30 rows) differ only in case or in spaces around them and are groups of their own. If they are one group, "
        + "give it one spelling in data.source with sql.", Assert.Single(SpellingNotes.Of("sex", Column(("F", 100), ("f", 30)), 30)),
        StringComparison.Ordinal);

    [Fact]
    public void A_spelling_of_one_row_beside_a_large_group_is_named() =>
        Assert.Single(SpellingNotes.Of("sex", Column(("F", 100), (" F", 29)), 30));

    [Theory]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1, 1.01 }, true)]
    [InlineData(new[] { 1.0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.1 }, false)]
    [InlineData(new[] { 1.0, 1, 1 }, false)]
    public void A_row_with_more_than_a_tenth_of_all_weight_is_named(double[] weights, bool named) =>
        Assert.Equal(named, WeightNote.Of(weights) is not null);

    [Fact]
    public void The_note_says_which_row_and_what_all_are_worth() =>
        Assert.Equal("Test row 2 has 50% of all weight; the 10 test rows are worth 3.6 of equal weight.",
            WeightNote.Of([1, 9, 1, 1, 1, 1, 1, 1, 1, 1]));
}
