using Gate.Data;
using Gate.Data.Writing;

namespace Gate.Tests.Data.Writing;

/// <summary>Tables as Parquet, block by block, read back by DuckDB.</summary>
public sealed class ParquetTables : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static Table Block(params (double? Number, int? Whole, bool? Flag, int? Day, double? Second, string? Text)[] rows)
    {
        NumericColumn Of(string name, ColumnType type, IEnumerable<double?> values) => new(name, [.. values.Select(v => v ?? double.NaN)],
            type, values.Any(v => v is null) ? [.. values.Select(v => v is null)] : null);
        return new([Of("number", ColumnType.Real, rows.Select(r => r.Number)),
            Of("whole", ColumnType.Integer, rows.Select(r => (double?)r.Whole)),
            Of("flag", ColumnType.Boolean, rows.Select(r => r.Flag is { } f ? f ? 1.0 : 0 : (double?)null)),
            Of("day", ColumnType.Date, rows.Select(r => (double?)r.Day)), Of("time", ColumnType.Timestamp, rows.Select(r => r.Second)),
            CategoryColumn.Of("text", [.. rows.Select(r => r.Text)])]);
    }

    private Table Written(params Table[] blocks)
    {
        string path = Path.Combine(folder.Path, "t.parquet");
        using (FileStream stream = File.Create(path))
        {
            ParquetWriter writer = ParquetWriter.Begin(blocks[0], stream);
            foreach (Table block in blocks) writer.Append(block);
            writer.End();
        }
        return TableReader.Read(folder.Source("t.parquet"));
    }

    private static string[] Texts(Column column)
    {
        CategoryColumn texts = column.ToCategories();
        return [.. texts.Codes.Select(code => code < 0 ? "-" : texts.Categories[code])];
    }

    [Fact]
    public void Every_type_comes_back_with_what_is_missing()
    {
        Table read = Written(Block((1.5, 7, true, 19_000, 1e9 + 0.25, "a"), (null, null, null, null, null, null)),
            Block((double.NaN, -3, false, -1, -0.5, ""), (1e300, 1 << 30, null, 0, null, "ä, \"b\"\n")), Block((2, 0, true, 1, 0, null)));
        Assert.Equal([ColumnType.Real, ColumnType.Integer, ColumnType.Boolean, ColumnType.Date, ColumnType.Timestamp, ColumnType.Text],
            read.Columns.Select(column => column.Type));
        Assert.Equal([1.5, double.NaN, double.NaN, 1e300, 2], ((NumericColumn)read["number"]).Values);
        Assert.Equal([false, true, false, false, false], Enumerable.Range(0, 5).Select(read["number"].IsMissing));
        Assert.Equal(["7", "-", "-3", "1073741824", "0"], Texts(read["whole"]));
        Assert.Equal(["true", "-", "false", "-", "true"], Texts(read["flag"]));
        Assert.Equal(["2022-01-08", "-", "1969-12-31", "1970-01-01", "1970-01-02"], Texts(read["day"]));
        Assert.Equal(["2001-09-09T01:46:40.25", "-", "1969-12-31T23:59:59.5", "-", "1970-01-01T00:00:00"], Texts(read["time"]));
        Assert.Equal(["a", "-", "", "ä, \"b\"\n", "-"], Texts(read["text"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(5000)]
    public void Any_number_of_rows_and_of_missing_ones(int rows)
    {
        string?[] texts = [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? null : $"t{i % 7}")];
        Table block = new([CategoryColumn.Of("text", texts), new NumericColumn("n", [.. texts.Select((t, i) => t is null ? double.NaN : i)],
            ColumnType.Real, [.. texts.Select(t => t is null)])]);
        Table read = Written(block, block);
        Assert.Equal(texts.Concat(texts).Select(t => t ?? "-"), Texts(read["text"]));
        Assert.Equal(((NumericColumn)block["n"]).Values.Concat(((NumericColumn)block["n"]).Values), ((NumericColumn)read["n"]).Values);
    }

    [Fact]
    public void A_block_of_other_columns_or_types_is_refused()
    {
        ParquetWriter writer = ParquetWriter.Begin(Block((1, 1, true, 1, 1, "a")), Stream.Null);
        Assert.Throws<ArgumentException>(() => writer.Append(new([new NumericColumn("number", [1])])));
        Table other = Block((1, 1, true, 1, 1, "a"));
        Assert.Throws<ArgumentException>(() => writer.Append(new([.. other.Columns.Take(5),
            new NumericColumn("text", [1], ColumnType.Integer)])));
    }
}
