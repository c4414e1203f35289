using System.Runtime.Versioning;
using System.Text;
using Gate.Data;

namespace Gate.Tests.Data;

/// <summary>What is read is limited before it is read, and nothing that is read ends the process.</summary>
public sealed class Limits : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Nested(int levels) => $"{{\"a\":{new string('[', levels)}{new string(']', levels)}}}\n";

    [Theory]
    [InlineData("deep.ndjson")]
    [InlineData("deep.json")]
    [InlineData("deep.jsonl.gz")]
    [InlineData("deep.ndjson.zst")]
    public void Json_that_is_nested_deep_is_refused_before_the_engine_sees_it(string name)
    {
        string text = "{\"a\":1}\n" + Nested(2_000_000);
        if (name.EndsWith(".gz", StringComparison.Ordinal)) folder.WriteGzip(name, text);
        else if (name.EndsWith(".zst", StringComparison.Ordinal))
            folder.Copy(name, $"SELECT '{{\"a\":' || repeat('[', 2000000) || repeat(']', 2000000) || '}}' AS line FROM range(2)",
                "FORMAT csv, HEADER false, QUOTE '', DELIMITER '\x01', COMPRESSION zstd");
        else folder.Write(name, text);
        Assert.Contains("nested more than 64 levels deep", folder.Error(name), StringComparison.Ordinal);
        Assert.Contains("nested more than 64 levels deep", DataFolder.Error(folder.SqlSource($"SELECT * FROM read_json('{name}')")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_is_counted_outside_of_texts()
    {
        folder.Write("t.ndjson", $"{{\"a\":\"{new string('[', 500)} \\\" [\",\"b\":1}}\n{{\"a\":\"x\",\"b\":2}}\n");
        Assert.Equal([1.0, 2.0], folder.Read("t.ndjson").Numbers("b"));
        folder.Write("u.ndjson", $"{{\"b\":1}}\n{Nested(63)}");
        Assert.DoesNotContain("nested more", folder.Error("u.ndjson"), StringComparison.Ordinal);
        folder.Write("v.ndjson", $"{{\"b\":1}}\n{Nested(64)}");
        Assert.Contains("v.ndjson, line 2: the JSON is nested more", folder.Error("v.ndjson"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void Columns_are_limited_in_number(int columns, bool read)
    {
        string header = string.Join(',', Enumerable.Range(0, columns).Select(i => $"c{i}"));
        folder.Write("wide.csv", $"{header}\n{string.Join(',', Enumerable.Repeat("1", columns))}\n");
        if (read) Assert.Equal(columns, folder.Read("wide.csv").Columns.Count);
        else Assert.Contains("has 10001 columns; at most 10000 are read", folder.Error("wide.csv"), StringComparison.Ordinal);
        string select = string.Join(", ", Enumerable.Range(0, columns).Select(i => $"1 AS c{i}"));
        if (read) Assert.Equal(columns, folder.ReadSql($"SELECT {select}").Columns.Count);
        else Assert.Contains("at most 10000 are read", DataFolder.Error(folder.SqlSource($"SELECT {select}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_many_columns_takes_little_memory_for_each()
    {
        string header = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}"));
        string path = folder.Write("wide.csv", $"{header}\n{string.Join(',', Enumerable.Repeat("1", 10_000))}\n");
        long before = GC.GetTotalAllocatedBytes(precise: true);
        folder.Read(path);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 500L << 20);
    }

    [Fact]
    public void Memory_is_limited()
    {
        SourceOptions endless = folder.SqlSource("SELECT * FROM generate_series(1, 1000000000000)") with { Memory = 64 << 20 };
        Assert.Contains("takes more than 64 MB of memory", DataFolder.Error(endless), StringComparison.Ordinal);
        SourceOptions sorted = folder.SqlSource("SELECT * FROM generate_series(1, 1000000000) t(x) ORDER BY hash(x)")
            with { Memory = 64 << 20 };
        Assert.Contains("Out of Memory", Assert.Throws<DataException>(() => TableReader.Read(sorted)).InnerException!.Message,
            StringComparison.Ordinal);
        var text = new StringBuilder("a,b\n");
        for (int i = 0; i < 100_000; i++) text.Append("1,2\n");
        folder.Write("long.csv", text.ToString());
        Assert.Contains("long.csv takes more than 1 MB", DataFolder.Error(folder.Source("long.csv") with { Memory = 1 << 20 }),
            StringComparison.Ordinal);
        Assert.Equal(100_000, TableReader.Read(folder.Source("long.csv") with { Memory = 2 << 20 }).RowCount);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Pipes_and_devices_are_never_opened()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no mkfifo");
        string pipe = Path.Combine(folder.Path, "p.csv"), bare = Path.Combine(folder.Path, "p");
        foreach (string path in (string[])[pipe, bare])
            System.Diagnostics.Process.Start("mkfifo", [path]).WaitForExit();
        foreach (string path in (string[])["p.csv", "p", "*.csv"])
            Assert.Contains("a pipe or a device, which is never read", folder.Error(path), StringComparison.Ordinal);
        Assert.Contains("never read", DataFolder.Error(folder.SqlSource("SELECT * FROM read_csv('p.csv')")), StringComparison.Ordinal);
        Assert.Contains("never read", folder.Error("/dev/zero"), StringComparison.Ordinal);
        Assert.Contains("never read", folder.Error("/proc/self/environ"), StringComparison.Ordinal);
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Links_lead_nowhere_outside_of_the_policys_folder()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need rights on Windows");
        using var other = new DataFolder();
        other.Write("secret.csv", "id,label\n1,a\n2,b\n");
        folder.Write("sub/own.csv", "id,label\n1,a\n2,b\n");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.csv"), Path.Combine(other.Path, "secret.csv"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "away"), other.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "second.csv"), "link.csv");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "round.csv"), "round.csv");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "inside.csv"), Path.Combine("sub", "own.csv"));
        foreach (string path in (string[])["link.csv", "away/secret.csv", "second.csv", "*/secret.csv", "lin*.csv"])
        {
            Assert.Contains("behind a link that leads out", folder.Error(path), StringComparison.Ordinal);
            Assert.Contains("behind a link that leads out", DataFolder.Error(folder.SqlSource($"SELECT * FROM '{path}'")),
                StringComparison.Ordinal);
        }
        folder.Error("round.csv");
        Assert.Equal(2, folder.Read("inside.csv").RowCount);
        Assert.Equal(2, folder.ReadSql("SELECT * FROM 'inside.csv'").RowCount);
        // What the policy names as lying elsewhere is what its author said.
        Assert.Equal(2, folder.Read(Path.Combine(other.Path, "secret.csv")).RowCount);
    }

    [Fact]
    public void A_folder_that_is_itself_behind_a_link_holds_its_own_files()
    {
        if (OperatingSystem.IsWindows()) return;
        folder.Write("real/d.csv", "id\n1\n");
        string link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, Path.Combine(folder.Path, "real"));
        Assert.Equal(1, TableReader.Read(new SourceOptions { Paths = ["d.csv"], BaseDirectory = link }).RowCount);
    }

    [Fact]
    public void A_parquet_file_whose_footer_contradicts_itself_is_refused()
    {
        string path = folder.Copy("d.parquet", "SELECT i AS a, 'x' AS b FROM range(300) t(i)");
        byte[] whole = File.ReadAllBytes(path);
        int refused = 0;
        for (int at = whole.Length - 400; at + 1 < whole.Length; at++)
        {
            // 300, as Thrift writes it; one bit less makes it 256.
            if ((whole[at], whole[at + 1]) != (0xD8, 0x04)) continue;
            byte[] bytes = [.. whole];
            bytes[at] = 0x80;
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.Equal(300, folder.Read("d.parquet").RowCount);
            }
            catch (DataException e)
            {
                if (e.Message.Contains("its footer speaks of", StringComparison.Ordinal)) refused++;
            }
        }
        Assert.True(refused >= 2, $"{refused}");
    }

    [Theory]
    [InlineData("g = 'b'")]
    [InlineData("\"G\" = 'b'")]
    public void Columns_that_differ_in_case_only_are_not_guessed_at(string where)
    {
        folder.Write("c.csv", "g,G,h\nb,a,1\nc,b,2\n");
        Assert.Contains("may be the column 'g' or 'G'", DataFolder.Error(folder.Source("c.csv") with { Where = where }),
            StringComparison.Ordinal);
        Assert.Equal(1, TableReader.Read(folder.Source("c.csv") with { Where = "h = 1" }).RowCount);
    }
}
