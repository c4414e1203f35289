using Gate.Data;
using Gate.Wording;

namespace Gate.Tests.Data;

public sealed class TablesAndNames : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Digests_are_sha256_of_bytes_and_files()
    {
        const string Abc = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        Assert.Equal(Abc, Digest.Of("abc"u8));
        Assert.Equal(Abc, Digest.OfFile(folder.Write("abc", "abc")));
    }

    [Theory]
    [InlineData("incmoe", "income")]
    [InlineData("INCOME", "income")]
    [InlineData("relationships", "relationship")]
    [InlineData("zzz", null)]
    [InlineData("x", null)]
    public void The_nearest_name_is_found(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Find(name, ["age", "income", "relationship"]));

    [Fact]
    public void A_name_of_a_megabyte_has_no_nearest_one_and_costs_no_memory()
    {
        string name = new('x', 1_000_000), other = new('y', 1_000_000);
        Assert.Null(NearestName.Find(name, ["age", other, name + "x"]));
        Assert.Null(NearestName.Find("age", [name]));
        Assert.True(NearestName.Hint("zzz", [name, other]).Length < 200);
    }

    [Fact]
    public void Hints_stay_on_one_line() => Assert.Equal("; there are: a b, c d", NearestName.Hint("zzzzz", ["a\nb", "c\u2028d"]));

    [Fact]
    public void Hints_list_the_names_when_none_is_near()
    {
        Assert.Equal("; there are: age, sex", NearestName.Hint("zzzzz", ["age", "sex"]));
        Assert.EndsWith("and 3 more", NearestName.Hint("zzzzz", Enumerable.Range(0, 15).Select(i => $"column{i}")),
            StringComparison.Ordinal);
        Assert.Equal("", NearestName.Hint("x", []));
    }

    [Fact]
    public void A_table_has_columns_of_one_length_and_distinct_names()
    {
        Assert.Throws<DataException>(() => new Table([new NumericColumn("a", [1]), new NumericColumn("a", [1])]));
        Assert.Throws<DataException>(() => new Table([new NumericColumn("a", [1]), new NumericColumn("b", [1, 2])]));
        Assert.Contains("did you mean 'age'", Assert.Throws<DataException>(() => new Table([new NumericColumn("age", [1])])["aeg"]).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Taking_rows_keeps_categories_and_drops_needless_flags()
    {
        var table = new Table(
            [new CategoryColumn("c", [0, -1, 1], ["x", "y"]), new NumericColumn("n", [1, 2, double.NaN], missing: [false, false, true])]);
        Table taken = table.Take([1, 0, 0]);
        Assert.Equal([null, "x", "x"], taken.Texts("c"));
        Assert.Equal(["x", "y"], ((CategoryColumn)taken["c"]).Categories);
        Assert.Null(taken["n"].Missing);
        Assert.Equal(1, taken["c"].MissingCount);
    }

    [Fact]
    public void Numbers_become_categories_in_order_of_value()
    {
        CategoryColumn categories = new NumericColumn("n", [10, 2, double.NaN, 0.5], missing: [false, false, true, false]).ToCategories();
        Assert.Equal(["0.5", "2", "10"], categories.Categories);
        Assert.Equal([2, 1, -1, 0], categories.Codes);
        Assert.Equal(["false", "true"], new NumericColumn("b", [1, 0], ColumnType.Boolean).ToCategories().Categories);
        Assert.Equal(["1969-12-31"], new NumericColumn("d", [-1], ColumnType.Date).ToCategories().Categories);
        Assert.Equal(["1970-01-01T00:00:01.5"], new NumericColumn("t", [1.5], ColumnType.Timestamp).ToCategories().Categories);
    }
}
