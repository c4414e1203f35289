using Gate.Data;
using Gate.Models;
using Gate.Models.Predictions;

namespace Gate.Tests.Models.Predictions;

/// <summary>Two tables that are taken row by row are in one order, where a column of both can tell.</summary>
public sealed class RowOrderTests
{
    private static Table Numbers(params double[] values) => new([TestData.Numbers("id", values)]);

    private static string Refusal(Table data, Table other) =>
        Assert.Throws<ModelException>(() => RowOrder.Require(data, other, [])).Message;

    [Fact]
    public void A_column_that_tells_the_rows_apart_must_agree()
    {
        RowOrder.Require(Numbers(7, 8, 9), Numbers(7, 8, 9), []);
        Assert.Equal("the predictions are taken row by row, but 'id', which they and the data both have, differs: in row 2 it is '8' in "
            + "the data and '9' in the predictions; give 'key: id' to join them by it", Refusal(Numbers(7, 8, 9), Numbers(7, 9, 8)));
        Assert.Contains("in row 3 it is '9' in the data and '11' in the predictions", Refusal(Numbers(7, 8, 9), Numbers(7, 8, 11)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_values_in_another_order_are_refused()
    {
        Table data = new([TestData.Texts("g", "a", "a", "b")]);
        Assert.EndsWith("in row 1 it is 'a' in the data and 'b' in the predictions; give a key column to join them by, or put the file in "
            + "the order of the data", Refusal(data, new([TestData.Texts("g", "b", "a", "a")])), StringComparison.Ordinal);
        // Other values: the column is another one of the same name, such as a feature that was scaled.
        RowOrder.Require(data, new([TestData.Texts("g", "b", "b", "a")]), []);
        RowOrder.Require(Numbers(1, 1, 2), Numbers(-0.5, -0.5, 1), []);
        RowOrder.Require(Numbers(1, 2, 3), Numbers(1, 2, 2), []);
    }

    [Fact]
    public void What_the_model_said_is_not_looked_at() => RowOrder.Require(Numbers(1, 2), Numbers(2, 1), ["id"]);

    [Fact]
    public void Numbers_texts_and_missing_values_are_compared_as_they_are_written()
    {
        Table texts = new([new CategoryColumn("id", [0, 1], ["7", "8"])]);
        RowOrder.Require(Numbers(7, 8), texts, []);
        Assert.Contains("in row 1 it is '8' in the data and '7' in the predictions", Refusal(Numbers(8, 7), texts),
            StringComparison.Ordinal);
        Table first = new([new NumericColumn("id", [double.NaN, 7], missing: [true, false])]),
            last = new([new NumericColumn("id", [7, double.NaN], missing: [false, true])]);
        Assert.Contains("in row 1 it is missing in the data and '7' in the predictions", Refusal(first, last), StringComparison.Ordinal);
        RowOrder.Require(first, first, []);
    }
}
