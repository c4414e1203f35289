using Gate.Data;
using Gate.Models;
using Gate.Models.Predictions;

namespace Gate.Tests.Models.Predictions;

public class RowsByKey
{
    private static string Refusal(Func<int[]> align) => Assert.Throws<ModelException>(align).Message;

    [Fact]
    public void Rows_find_their_counterparts_in_any_order()
    {
        Table data = new([TestData.Numbers("id", 7, 8, 9)]), other = new([TestData.Numbers("id", 9, 1, 7, 8)]);
        Assert.Equal([2, 3, 0], KeyJoin.Align(data, other, ["id"]));
    }

    [Fact]
    public void Several_columns_are_one_key()
    {
        Table data = new([TestData.Texts("a", "x", "x", "y"), TestData.Numbers("b", 1, 2, 1)]),
            other = new([TestData.Numbers("b", 1, 1, 2), TestData.Texts("a", "y", "x", "x")]);
        Assert.Equal([1, 2, 0], KeyJoin.Align(data, other, ["a", "b"]));
    }

    [Fact]
    public void A_number_is_its_text_but_not_with_leading_zeros()
    {
        Table data = new([TestData.Numbers("id", 7)]);
        Assert.Equal([0], KeyJoin.Align(data, new([new CategoryColumn("id", [0], ["7"])]), ["id"]));
        Assert.Contains("id = '7'", Refusal(() => KeyJoin.Align(data, new([new CategoryColumn("id", [0], ["007"])]), ["id"])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_match_is_counted_with_an_example()
    {
        Table data = new([TestData.Numbers("id", 1, 2, 3)]);
        Assert.Equal("2 of 3 rows of the data have no prediction with the same key; the first is row 2, id = '2': predict for every row, "
            + "or filter the data to the rows that have a prediction",
            Refusal(() => KeyJoin.Align(data, new([TestData.Numbers("id", 1)]), ["id"])));
        Assert.Equal("1 row of the predictions repeats a key; the first is row 4, id = '2', as in row 2: name more key columns, or remove "
            + "the duplicates",
            Refusal(() => KeyJoin.Align(data, new([TestData.Numbers("id", 1, 2, 3, 2)]), ["id"])));
        Assert.StartsWith("1 row of the data repeats a key; the first is row 2, id = '1'",
            Refusal(() => KeyJoin.Align(new([TestData.Numbers("id", 1, 1)]), data, ["id"])), StringComparison.Ordinal);
        Assert.Equal("the key column 'idx' does not exist in the data; did you mean 'id'?",
            Refusal(() => KeyJoin.Align(data, data, ["idx"])));
        Assert.Contains("row 1, id missing",
            Refusal(() => KeyJoin.Align(new([new NumericColumn("id", [double.NaN], ColumnType.Real, [true])]), data, ["id"])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_the_order_counts_and_lengths_must_agree()
    {
        Table three = new([TestData.Numbers("a", 1, 2, 3)]);
        Assert.Equal([0, 1, 2], KeyJoin.InOrder(three, three));
        Assert.Contains("the data have 3 rows and the predictions 2", Refusal(() => KeyJoin.InOrder(three, three.Take([0, 1]))),
            StringComparison.Ordinal);
    }
}
