using Gate.Data;

namespace Gate.Tests.Data;

public class Bins
{
    private static readonly NumericColumn Age = new("age", [24.9, 25, 44, 45, 64, 65, 99, double.NaN, double.NaN],
        missing: [false, false, false, false, false, false, false, true, false]);

    [Fact]
    public void An_edge_belongs_to_the_band_above_it()
    {
        CategoryColumn bands = Binning.Cut(Age, [25, 45, 65], "age_band");
        Assert.Equal("age_band", bands.Name);
        Assert.Equal(["<25", "25-<45", "45-<65", ">=65"], bands.Categories);
        Assert.Equal([0, 1, 1, 2, 2, 3, 3, -1, -1], bands.Codes);
        Assert.Equal(2, bands.MissingCount);
    }

    [Fact]
    public void One_edge_makes_two_bands_and_labels_are_invariant() =>
        Assert.Equal(["<0.5", ">=0.5"], Binning.Cut(Age, [0.5], "b").Categories);

    [Fact]
    public void Dates_are_cut_at_dates() =>
        Assert.Equal(["<1970-01-02", ">=1970-01-02"], Binning.Cut(new NumericColumn("d", [0], ColumnType.Date), [1], "b").Categories);

    [Theory]
    [InlineData(100, 1.0, "24,49,74")]
    [InlineData(100, 0.01, "0.24,0.49,0.74")]
    [InlineData(4, 1.0, "1,2")]
    [InlineData(1, 1.0, "")]
    public void Quartiles_cut_numbers_into_quarters_and_are_short(int values, double step, string edges) => Assert.Equal(edges,
        string.Join(',', Binning.Quartiles(new NumericColumn("n", [double.NaN, .. Enumerable.Range(0, values).Select(i => i * step)]))
            .Select(edge => edge.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData()]
    [InlineData(2.0, 1.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void Edges_that_do_not_ascend_are_refused(params double[] edges) =>
        Assert.Contains("'age'", Assert.Throws<DataException>(() => Binning.Cut(Age, edges, "b")).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_cannot_be_cut() =>
        Assert.Contains("column 't' is text",
            Assert.Throws<DataException>(() => Binning.Cut(new CategoryColumn("t", [0], ["x"]), [1], "b")).Message,
            StringComparison.Ordinal);
}
