using System.Text;
using Gate.Data;
using Gate.Tests.Reference;

namespace Gate.Tests.Data;

public sealed class ReadingFormats : IDisposable
{
    private const string Rows = "id,name,score\n1,ann,0.5\n2,bob,\n3,,1.5\n";
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("d.csv", "FORMAT csv, HEADER")]
    [InlineData("d.csv.gz", "FORMAT csv, HEADER, COMPRESSION gzip")]
    [InlineData("d.csv.zst", "FORMAT csv, HEADER, COMPRESSION zstd")]
    [InlineData("d.tsv", "FORMAT csv, HEADER, DELIMITER '\t'")]
    [InlineData("d.tsv.gz", "FORMAT csv, HEADER, DELIMITER '\t', COMPRESSION gzip")]
    [InlineData("d.tsv.zst", "FORMAT csv, HEADER, DELIMITER '\t', COMPRESSION zstd")]
    [InlineData("d.json", "FORMAT json, ARRAY true")]
    [InlineData("d.json.gz", "FORMAT json, ARRAY true, COMPRESSION gzip")]
    [InlineData("d.json.zst", "FORMAT json, ARRAY true, COMPRESSION zstd")]
    [InlineData("d.ndjson", "FORMAT json")]
    [InlineData("d.jsonl", "FORMAT json")]
    [InlineData("d.jsonl.gz", "FORMAT json, COMPRESSION gzip")]
    [InlineData("d.ndjson.zst", "FORMAT json, COMPRESSION zstd")]
    [InlineData("d.parquet", "FORMAT parquet")]
    [InlineData("zstd.parquet", "FORMAT parquet, COMPRESSION zstd")]
    public void Every_format_gives_the_same_table(string name, string options)
    {
        folder.Copy(name, "FROM (VALUES (1::BIGINT, 'ann', 0.5::DOUBLE), (2, 'bob', NULL), (3, NULL, 1.5)) t(id, name, score)", options);
        Table table = folder.Read(name);
        Assert.Equal(["id", "name", "score"], table.Names);
        Assert.Equal([ColumnType.Integer, ColumnType.Text, ColumnType.Real], table.Columns.Select(column => column.Type));
        Assert.Equal([1, 2, 3], table.Numbers("id"));
        Assert.Equal(["ann", "bob", null], table.Texts("name"));
        Assert.Equal([0.5, double.NaN, 1.5], table.Numbers("score"));
        Assert.Null(table["id"].Missing);
        Assert.Equal([false, true, false], table["score"].Missing!);
        Assert.Equal([false, false, true], table["name"].Missing!);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found_in_the_header(char delimiter)
    {
        Table table = folder.ReadCsv("id,\"name, or ; or | or\t\",score\n1,ann,0.5\n".Replace(",n", ";n", StringComparison.Ordinal)
            .Replace(';', ',')
            .Replace("id,", $"id{delimiter}", StringComparison.Ordinal).Replace("\",score", $"\"{delimiter}score", StringComparison.Ordinal)
            .Replace("1,ann,0.5", $"1{delimiter}ann{delimiter}0.5", StringComparison.Ordinal));
        Assert.Equal(3, table.Columns.Count);
        Assert.Equal([0.5], table.Numbers("score"));
    }

    [Fact]
    public void A_byte_order_mark_windows_lines_and_no_final_line_end_do_not_matter()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("a,b\r\n1,x\r\n2,y")];
        Table table = folder.Read(folder.Write("w.csv", bytes));
        Assert.Equal(["a", "b"], table.Names);
        Assert.Equal([1, 2], table.Numbers("a"));
        Assert.Equal(["x", "y"], table.Texts("b"));
    }

    [Fact]
    public void Headers_keep_spaces_quotes_and_foreign_letters_and_a_nameless_column_gets_a_number()
    {
        Table table = folder.ReadCsv(",mean radius , \"say \"\"hi\"\"\",größe,\"two\nlines\"\n0,1,2,3,4\n");
        Assert.Equal(["column0", "mean radius", "say \"hi\"", "größe", "two\nlines"], table.Names);
        Assert.Equal([4], table.Numbers("two\nlines"));
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_two_columns()
    {
        Table table = folder.ReadCsv("t,T\n1,2\n");
        Assert.Equal([2], table.Numbers("T"));
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_quotes_and_line_ends()
    {
        Table table = folder.ReadCsv("a,b\n1,\"x, \"\"y\"\"\nz\"\n2,\"\"\n");
        Assert.Equal(["x, \"y\"\nz", null], table.Texts("b"));
    }

    [Fact]
    public void A_glob_reads_its_files_in_order_of_name_whatever_the_order_of_their_columns()
    {
        folder.Write("parts/p2.csv", "name;id\ncy;3\n");
        folder.Write("parts/p1.csv", "id,name\n1,ann\n2,bob\n");
        folder.Write("parts/p3.csv", "id,name\n4,dee\n");
        folder.Write("parts/.hidden.csv", "nothing\n1\n");
        Table table = folder.Read("parts/*.csv");
        Assert.Equal([1, 2, 3, 4], table.Numbers("id"));
        Assert.Equal(["ann", "bob", "cy", "dee"], table.Texts("name"));
        Assert.Equal(["p1.csv", "p2.csv", "p3.csv"], TableReader.Files(folder.Source("parts/p?.csv", "parts/p1.csv"))
            .Select(Path.GetFileName));
        Assert.Equal(3, TableReader.Files(folder.Source("**/p*.csv")).Count);
    }

    [Fact]
    public void Parquet_files_are_joined_by_name_and_their_types_united()
    {
        folder.Copy("a.parquet", "SELECT 1::INTEGER AS x, 'u' AS y");
        folder.Copy("b.parquet", "SELECT 'v' AS y, 2.5::DOUBLE AS x");
        Table table = folder.Read("a.parquet", "b.parquet");
        Assert.Equal([1, 2.5], table.Numbers("x"));
        Assert.Equal(["u", "v"], table.Texts("y"));
    }

    [Fact]
    public void Odd_file_names_are_read_as_they_are()
    {
        folder.Write("it's [1].csv", "a,b\n1,x\n");
        folder.Copy("p [2].parquet", "SELECT 7 AS a");
        Assert.Equal([1], folder.Read("it's [1].csv").Numbers("a"));
        Assert.Equal([7], folder.Read("p [2].parquet").Numbers("a"));
    }

    [Fact]
    public void Describe_tells_names_and_types()
    {
        folder.Write("d.csv", Rows);
        folder.Copy("d.parquet", "SELECT 1 AS a, true AS b, DATE '2024-01-01' AS c");
        Assert.Equal([("id", ColumnType.Integer), ("name", ColumnType.Text), ("score", ColumnType.Real)],
            TableReader.Describe(folder.Source("d.csv")));
        Assert.Equal([("a", ColumnType.Integer), ("b", ColumnType.Boolean), ("c", ColumnType.Date)],
            TableReader.Describe(folder.Source("d.parquet")));
        Assert.Throws<DataException>(() => TableReader.Describe(folder.Source("d.csv") with { Where = "nope > 1" }));
    }

    [Fact]
    public void The_table_is_the_same_for_any_number_of_threads()
    {
        folder.Copy("d.csv", "SELECT i AS id, 'g' || (i * 7919) % 13 AS g, i / 7 AS x FROM range(300000) t(i)", "FORMAT csv, HEADER");
        Table one = TableReader.Read(folder.Source("d.csv") with { Threads = 1 }),
            four = TableReader.Read(folder.Source("d.csv") with { Threads = 4 });
        Assert.Equal(300_000, one.RowCount);
        Assert.Equal(Enumerable.Range(0, 300_000).Select(i => (double)i), four.Numbers("id"));
        Assert.Equal(one.Numbers("x"), four.Numbers("x"));
        Assert.Equal(((CategoryColumn)one["g"]).Codes, ((CategoryColumn)four["g"]).Codes);
        Assert.Equal(((CategoryColumn)one["g"]).Categories.Order(StringComparer.Ordinal), ((CategoryColumn)four["g"]).Categories);
    }

    [Fact]
    public void A_cancelled_read_stops()
    {
        string sql = "SELECT count(*) AS n FROM range(100000000) a(i), range(1000) b(j) WHERE i * j % 7 = 3";
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.ThrowsAny<OperationCanceledException>(() => TableReader.Read(folder.SqlSource(sql), null, soon.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => TableReader.Read(folder.Source(folder.Write("d.csv", Rows)), null,
            new CancellationToken(true)));
    }

    [Fact]
    public void A_long_read_tells_its_progress()
    {
        // Told ten times a second: the read grows until it is a long one on this machine.
        List<ReadProgress> one = [], many = [];
        for (long rows = 50_000_000; one.Count == 0 && rows < 50_000_000_000; rows *= 2)
            TableReader.Read(folder.SqlSource($"SELECT sum(sqrt(i)) AS s FROM range({rows}) t(i)"), new Collector(one));
        Assert.NotEmpty(one);
        TableReader.Read(folder.SqlSource("SELECT i, i % 100 AS m FROM range(5000000) t(i) WHERE sqrt(i) > 3"), new Collector(many));
        Assert.All(one.Concat(many), progress => Assert.True(progress.Fraction is null or (>= 0 and <= 1)));
        // Each read counts its own rows.
        Assert.Equal(one.Select(progress => progress.Rows).Order(), one.Select(progress => progress.Rows));
        Assert.Equal(many.Select(progress => progress.Rows).Order(), many.Select(progress => progress.Rows));
    }

    [SkippableFact]
    public void Adult_is_read_as_it_is()
    {
        var source = new SourceOptions { Paths = [ReferenceFiles.Path("data/adult.csv")], NaValues = ["?"] };
        Table table = TableReader.Read(source);
        Assert.Equal(48_842, table.RowCount);
        Assert.Equal(16, table.Columns.Count);
        Assert.Equal(["age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week"],
            table.Columns.Where(column => column.Type == ColumnType.Integer).Select(column => column.Name));
        Assert.Equal([("workclass", 2799), ("occupation", 2809), ("native-country", 857)],
            table.Columns.Where(column => column.MissingCount > 0).Select(column => (column.Name, column.MissingCount)));
        Assert.Equal(["<=50K", ">50K"], ((CategoryColumn)table["income"]).Categories);
        Assert.Equal(11_687, table["income"].ToCategories().Codes.Count(code => code == 1));
        RowSplit split = Splitter.ByColumn(table, "split");
        Assert.Equal((32_561, 16_281), (split.Train.Length, split.Test.Length));
        Assert.Equal(39, table.Numbers("age")[0]);
    }

    private sealed class Collector(List<ReadProgress> seen) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => seen.Add(value);
    }
}
