using Gate.Data;
using Gate.Evaluation.Loading;

namespace Gate.Tests.Evaluation.Loading;

public sealed class FeatureMatrixTests
{
    private static double[] Of(params Column[] columns) => FeatureMatrix.Of(new(columns), [.. columns.Select(column => column.Name)]);

    private static NumericColumn Numbers(params double[] values) => new("x", values, ColumnType.Real,
        values.Any(double.IsNaN) ? [.. values.Select(double.IsNaN)] : null);

    [Fact]
    public void Numbers_are_on_the_scale_of_their_standard_deviation() => Assert.Equal([-1, 1, -1, 1], Of(Numbers(3, 7, 3, 7)));

    [Fact]
    public void A_column_that_never_changes_says_nothing() => Assert.Equal([0, 0, 0], Of(Numbers(5, 5, 5)));

    [Fact]
    public void A_missing_number_lies_at_the_mean_and_is_marked() =>
        Assert.Equal([-1, 0, 0, 1, 1, 0], Of(Numbers(3, double.NaN, 7)));

    [Fact]
    public void A_column_without_any_number_is_marked_everywhere() =>
        Assert.Equal([0, 1, 0, 1], Of(Numbers(double.NaN, double.NaN)));

    /// <summary>Row after row: the number, then one column for each text; a missing text has none of them.</summary>
    [Fact]
    public void Texts_have_one_column_each_beside_the_numbers() => Assert.Equal(
        [1, 0, -1, 0, 1, 1, 0, 0, -1, 1, 0, 1],
        Of(new CategoryColumn("t", [0, 1, -1, 0], ["a", "b"]), new NumericColumn("n", [1, 3, 1, 3], ColumnType.Integer)));

    [Fact]
    public void Without_a_feature_no_rows_are_similar() => Assert.Equal(
        "no column is left as a feature, so no rows are similar; check data.features",
        Assert.Throws<DataException>(() => FeatureMatrix.Of(new([Numbers(1, 2)]), [])).Message);

    [Fact]
    public void More_numbers_than_fit_are_refused()
    {
        string[] texts = [.. Enumerable.Range(0, 200_001).Select(i => $"t{i}")];
        var wide = new CategoryColumn("t", new int[2000], texts);
        Assert.StartsWith("the features of 2000 rows become 200001 columns of numbers, too many",
            Assert.Throws<DataException>(() => Of(wide)).Message, StringComparison.Ordinal);
    }
}
