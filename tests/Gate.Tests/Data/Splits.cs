using Gate.Data;

namespace Gate.Tests.Data;

public class Splits
{
    private static Table Table(int rows) => new([
        new NumericColumn("id", [.. Enumerable.Range(0, rows).Select(i => (double)i)], ColumnType.Integer),
        new CategoryColumn("g", [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? 0 : 1)], ["a", "b"]),
        new CategoryColumn("h", [.. Enumerable.Range(0, rows).Select(i => i % 7 == 0 ? -1 : i % 2)], ["x", "y"])]);

    [Fact]
    public void The_rows_of_a_seed_are_pinned()
    {
        // Computed by an independent implementation of SplitMix64, Lemire's bounded numbers and Fisher–Yates.
        Assert.Equal([4, 10, 13, 14, 17, 19], Splitter.Random(Table(20), 0.3, 7, []).Test);
        Assert.Equal([0, 7, 9, 11, 14, 19], Splitter.Random(Table(20), 0.3, 7, ["g"]).Test);
    }

    [Theory]
    [InlineData(10, 0.5)]
    [InlineData(101, 0.3)]
    [InlineData(1000, 0.01)]
    [InlineData(999, 0.9)]
    public void Parts_are_disjoint_cover_all_rows_and_ascend(int rows, double share)
    {
        foreach (string[] stratify in new string[][] { [], ["g"], ["g", "h"] })
        {
            RowSplit split = Splitter.Random(Table(rows), share, 3, stratify);
            Assert.Equal(Enumerable.Range(0, rows), split.Train.Concat(split.Test).Order());
            Assert.Equal(split.Train.Order(), split.Train);
            Assert.Equal(split.Test.Order(), split.Test);
            Assert.Equal((int)Math.Floor(share * rows + 0.5), split.Test.Length);
        }
    }

    [Fact]
    public void Every_stratum_gives_its_share_up_to_one_row()
    {
        Table table = Table(1000);
        RowSplit split = Splitter.Random(table, 0.3, 5, ["g", "h"]);
        var test = split.Test.ToHashSet();
        var g = (CategoryColumn)table["g"];
        var h = (CategoryColumn)table["h"];
        foreach (IGrouping<(int, int), int> stratum in Enumerable.Range(0, 1000).GroupBy(row => (g.Codes[row], h.Codes[row])))
            Assert.InRange(stratum.Count(test.Contains), Math.Floor(0.3 * stratum.Count()), Math.Ceiling(0.3 * stratum.Count()));
    }

    [Fact]
    public void Another_seed_gives_other_rows_and_the_same_seed_the_same() => Assert.Multiple(
        () => Assert.NotEqual(Splitter.Random(Table(200), 0.3, 1, []).Test, Splitter.Random(Table(200), 0.3, 2, []).Test),
        () => Assert.Equal(Splitter.Random(Table(200), 0.3, 1, []).Test, Splitter.Random(Table(200), 0.3, 1, []).Test));

    [Fact]
    public void Every_row_is_as_likely_to_be_tested()
    {
        var counts = new int[10];
        for (ulong seed = 0; seed < 4000; seed++)
            foreach (int row in Splitter.Random(Table(10), 0.3, seed, []).Test) counts[row]++;
        Assert.All(counts, count => Assert.InRange(count, 1200 - 150, 1200 + 150));
    }

    [Theory]
    [InlineData(1, 0.3, "test")]
    [InlineData(2, 0.9, "training")]
    public void An_empty_part_is_refused(int rows, double share, string part) =>
        Assert.Contains($"{part} part empty", Assert.Throws<DataException>(() => Splitter.Random(Table(rows), share, 1, [])).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_impossible_share_is_refused(double share) =>
        Assert.Throws<DataException>(() => Splitter.Random(Table(10), share, 1, []));

    [Fact]
    public void An_unknown_stratum_column_suggests_the_nearest() =>
        Assert.Contains("did you mean 'id'", Assert.Throws<DataException>(() => Splitter.Random(Table(10), 0.5, 1, ["ld"])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_column_says_the_split()
    {
        RowSplit split = Splitter.ByColumn(new Table([new CategoryColumn("s", [0, 1, 0, 1], ["test", "Train"])]), "s");
        Assert.Equal([1, 3], split.Train);
        Assert.Equal([0, 2], split.Test);
        Assert.Equal([1], Splitter.ByColumn(new Table([new NumericColumn("s", [0, 1, 0], ColumnType.Integer)]), "s").Test);
        Assert.Equal([0], Splitter.ByColumn(new Table([new NumericColumn("s", [1, 0], ColumnType.Boolean)]), "s").Test);
    }

    [Fact]
    public void A_split_column_with_other_marks_is_refused()
    {
        string Message(Column column) => Assert.Throws<DataException>(() => Splitter.ByColumn(new Table([column]), "s")).Message;
        Assert.Contains("row 2 says 'valid'", Message(new CategoryColumn("s", [0, 1], ["test", "valid"])), StringComparison.Ordinal);
        Assert.Contains("row 2 is missing", Message(new CategoryColumn("s", [0, -1], ["test"])), StringComparison.Ordinal);
        Assert.Contains("all 2 rows in the test part", Message(new CategoryColumn("s", [0, 0], ["test"])), StringComparison.Ordinal);
        Assert.Contains("no column is called 's'", Message(new CategoryColumn("other", [0], ["test"])), StringComparison.Ordinal);
    }
}
