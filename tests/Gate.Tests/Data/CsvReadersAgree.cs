using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Gate.Data;
using Gate.Data.Building;
using Gate.Data.Parsing;
using Gate.Data.Reading;
using Gate.Tests.Properties;

namespace Gate.Tests.Data;

/// <summary>Our csv reader and DuckDB's, which still reads zstd, must see the same fields, wherever a block of bytes happens to
/// end.</summary>
public sealed class CsvReadersAgree : IDisposable
{
    private static readonly string[] Pieces =
        ["x", "word", "", "\"\"", "\"a,b\"", "\"say \"\"hi\"\" there, friend\"", "\"two\nlines\"", "\"\r\n\"",
            "ünïcödé text of some length", "12", "-0.5", "a\"b\"c", " lead", "trail ", "\"quoted and long enough to lie elsewhere\""];

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Random_files_are_the_same_table_plain_gzip_zstd_and_in_tiny_blocks() =>
        RandomCases.Hold(Files, 40, AssertReadersAgree, file => file.Text);

    private void AssertReadersAgree(CsvText file)
    {
        byte[] text = Encoding.UTF8.GetBytes(file.Text);
        string plain = folder.Write("r.csv", text);
        Table expected = folder.Read(plain);
        Assert.All(expected.Columns, column => Assert.IsType<CategoryColumn>(column));
        AssertSame(expected, folder.Read(folder.WriteGzip("r.csv.gz", Encoding.UTF8.GetString(text))));
        AssertSame(expected, folder.Read(folder.Write("r.csv.zst", Zstd(text))));
        foreach (int block in new[] { 1, 7, 33, 64, 257 }) AssertSame(expected, InBlocks(plain, block));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n")]
    [InlineData("a,b\n1,2,3\n")]
    [InlineData("a,b\n1,\"x\n")]
    [InlineData("a,b\n1,\"x\"y\n")]
    public void Malformed_files_are_refused_by_both(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        string plain = folder.Error(folder.Write("m.csv", bytes)), zstd = folder.Error(folder.Write("m.csv.zst", Zstd(bytes)));
        Assert.Contains(", line ", plain, StringComparison.Ordinal);
        Assert.Equal(plain.Replace("m.csv", "m.csv.zst", StringComparison.Ordinal), zstd);
        Assert.Throws<DataException>(() => InBlocks(Path.Combine(folder.Path, "m.csv"), 5));
    }

    [Fact]
    public void A_row_longer_than_a_block_is_read()
    {
        string text = new('y', 3_000_000);
        Table table = folder.ReadCsv($"a,b\n1,\"{text}\"\"\"\n2,z\n");
        Assert.Equal([text + "\"", "z"], table.Texts("b"));
    }

    private static Gen<CsvText> Files =>
        from columns in Gen.Int[2, 5]
        from rows in Gen.Select(Gen.Int[0, 9].Select(blank => blank == 9), Gen.OneOf(Pieces).Array[columns - 1]).Array[1, 60]
        from mark in Gen.Bool
        from carriageReturn in Gen.Int[0, 2].Select(one => one == 2)
        from ended in Gen.Bool
        select new CsvText(columns, rows, mark, carriageReturn ? "\r\n" : "\n", ended);

    /// <summary>A file: rows, each perhaps after an empty line, and how lines end. The first column and row are texts.</summary>
    private sealed record CsvText(int Columns, (bool AfterBlank, string[] Fields)[] Rows, bool Mark, string NewLine, bool Ended)
    {
        public string Text { get; } = (Mark ? "\uFEFF" : "") + string.Join(',', Enumerable.Range(0, Columns).Select(i => $"\"c,{i}\""))
            + string.Concat(Rows.Select((row, r) => NewLine + (row.AfterBlank ? NewLine : "") + string.Join(',',
                row.Fields.Select(field => r == 0 ? "k0" : field).Prepend($"k{r}"))))
            + (Ended ? NewLine : "");
    }

    private static Table InBlocks(string path, int block)
    {
        SourceFile file = SourceFile.Of(path);
        byte[] bytes = File.ReadAllBytes(path);
        CsvHeader header = CsvHeader.Parse(bytes, whole: true, file)!;
        FieldColumnBuilder[] builders = [.. header.Names.Select(name => new FieldColumnBuilder(name, NaTexts.None, asText: true))];
        int rows = new FieldReader(1, CancellationToken.None, block).Read(file, header, builders, null, static (_, _) => { });
        var table = new Table([.. builders.Select(builder => builder.Finish().Column)]);
        Assert.Equal(rows, table.RowCount);
        return table;
    }

    private static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.Names, actual.Names);
        foreach (string name in expected.Names)
        {
            CategoryColumn one = expected[name].ToCategories(), other = actual[name].ToCategories();
            Assert.Equal(one.Categories, other.Categories);
            Assert.Equal(one.Codes, other.Codes);
        }
    }

    /// <summary>A zstd frame of raw blocks (RFC 8878): what the tests compress with, since .NET cannot.</summary>
    private static byte[] Zstd(byte[] content)
    {
        const int MagicAndDescriptor = 5;
        var frame = new byte[MagicAndDescriptor + sizeof(ulong) + 3 + content.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, 0xFD2F_B528);
        frame[4] = 0xE0;
        BinaryPrimitives.WriteUInt64LittleEndian(frame.AsSpan(MagicAndDescriptor), (ulong)content.Length);
        int header = content.Length << 3 | 1;
        (frame[13], frame[14], frame[15]) = ((byte)header, (byte)(header >> 8), (byte)(header >> 16));
        content.CopyTo(frame, 16);
        return frame;
    }
}
