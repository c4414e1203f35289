using Gate.Data;

namespace Gate.Tests.Data;

/// <summary>Files read block by block: what is read is what reading them whole gives.</summary>
public sealed class Blocks : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Every kind of column, and columns whose kind only late rows settle.</summary>
    private static string Csv(int rows, char delimiter) => string.Join(delimiter, "i", "r", "late", "stray", "flag", "day", "time", "text",
        "none", "big", "bigreal") + "\n" + string.Concat(Enumerable.Range(0, rows).Select(i => string.Join(delimiter, i,
        i % 5 == 0 ? "" : $"{i}.5", i < rows - 3 ? $"{i}" : $"{i}.25", i < rows - 3 ? i % 2 == 0 ? "true" : "false" : "perhaps",
        i < rows / 2 ? "" : i % 2 == 0 ? "true" : "FALSE", $"2024-01-{(i % 28) + 1:00}", $"2024-01-01T00:00:{i % 60:00}", $"word {i % 9}",
        "", i < rows - 1 ? $"{i}" : "9007199254740993", i < rows - 1 ? "9007199254740993" : "0.5") + "\n"));

    private void Same(string file, int rows)
    {
        Table whole = TableReader.Read(folder.Source(file));
        var blocks = new List<Table>();
        string[] names = [.. whole.Names.Reverse()];
        TableReader.ReadBlocks(folder.Source(file), names, blocks.Add, rows);
        Assert.True(blocks.Count > 1);
        Assert.All(blocks.SkipLast(1), block => Assert.InRange(block.RowCount, rows, rows + 2048));
        foreach (Table block in blocks)
        {
            Assert.Equal(names, block.Names);
            Assert.Equal(names.Select(name => (name, whole[name].GetType(), whole[name].Type)),
                block.Columns.Select(column => (column.Name, column.GetType(), column.Type)));
        }
        foreach (string name in names)
        {
            Assert.Equal(Values(whole[name]), blocks.SelectMany(block => Values(block[name])));
            Assert.Equal(Enumerable.Range(0, whole.RowCount).Select(whole[name].IsMissing),
                blocks.SelectMany(block => Enumerable.Range(0, block.RowCount).Select(block[name].IsMissing)));
        }
    }

    private static IEnumerable<object?> Values(Column column) => column is NumericColumn numbers ? numbers.Values.Select(v => (object?)v)
        : ((CategoryColumn)column).Codes.Select(code => code < 0 ? null : (object?)((CategoryColumn)column).Categories[code]);

    [Theory]
    [InlineData(".csv", ',')]
    [InlineData(".tsv", '\t')]
    public void Text_files_by_block(string ending, char delimiter)
    {
        folder.Write($"d{ending}", Csv(9000, delimiter));
        Same($"d{ending}", 2000);
    }

    [Fact]
    public void Parquet_and_json_by_block()
    {
        folder.Write("d.csv", Csv(9000, ','));
        folder.Write("d.ndjson", string.Concat(Enumerable.Range(0, 9000).Select(i => FormattableString.Invariant(
            $"{{\"n\": {i}, \"t\": {(i % 4 == 0 ? "null" : $"\"w{i % 5}\"")}, \"big\": {(i < 8999 ? i : 9007199254740993)}}}\n"))));
        Same("d.ndjson", 2000);
        Table whole = TableReader.Read(folder.Source("d.csv"));
        using (FileStream stream = File.Create(Path.Combine(folder.Path, "d.parquet")))
        {
            var writer = Gate.Data.Writing.ParquetWriter.Begin(whole, stream);
            writer.Append(whole);
            writer.End();
        }
        Same("d.parquet", 2000);
    }

    [Fact]
    public void What_cannot_be_read_is_told()
    {
        folder.Write("d.csv", "a,b\n1,2\n");
        folder.Write("empty.csv", "a,b\n");
        Assert.Contains("no column is called 'c'", Assert.Throws<DataException>(() => TableReader.ReadBlocks(folder.Source("d.csv"), ["c"],
            _ => { })).Message, StringComparison.Ordinal);
        Assert.Contains("has no rows", Assert.Throws<DataException>(() => TableReader.ReadBlocks(folder.Source("empty.csv"), ["a"],
            _ => { })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TableReader.ReadBlocks(folder.Source("d.csv") with { Where = "a = 1" }, ["a"], _ => { }));
        Assert.Throws<OperationCanceledException>(() => TableReader.ReadBlocks(folder.Source("d.csv"), ["a"], _ => { },
            cancel: new CancellationToken(true)));
    }
}
