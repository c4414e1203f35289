using System.Text;
using Gate.Data;

namespace Gate.Tests.Data;

public sealed class BadSources : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string CsvError(string text) => folder.Error(folder.Write("bad.csv", text));

    private static void Says(string message, params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.DoesNotContain("Possible", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void Missing_file_names_the_nearest_one()
    {
        folder.Write("adult.csv", "a\n1\n");
        Says(folder.Error("adlut.csv"), "adlut.csv does not exist", "did you mean 'adult.csv'?");
        Says(folder.Error("nowhere/adult.csv"), "there is no folder", "nowhere");
        Says(folder.Error("."), "is a folder");
        Assert.Throws<DataException>(() => TableReader.Files(folder.Source("adlut.csv")));
    }

    [Fact]
    public void Glob_without_a_match() => Says(folder.Error("*.parquet"), "no file matches '*.parquet'");

    [Fact]
    public void Address_instead_of_a_path() => Says(folder.Error("https://example.com/a.csv"), "only local files");

    [Fact]
    public void Unknown_extension()
    {
        folder.Write("a.xlsx", "a");
        Says(folder.Error("a.xlsx"), "a.xlsx", ".parquet");
    }

    public static TheoryData<string, byte[], string> Others { get; } = new()
    {
        { "a.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"u8.ToArray(), "a.csv is a pointer of Git LFS" },
        { "a.parquet", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"u8.ToArray(), "'git lfs pull'" },
        { "a.csv.gz", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"u8.ToArray(), "'git lfs pull'" },
        { "a.csv", "\uFEFF\n <!DOCTYPE HTML>\n<p>\n"u8.ToArray(), "a.csv is a web page (HTML)" },
        { "a.json", "<html lang=en>"u8.ToArray(), "is a web page (HTML)" },
        { "a.csv", [.. "PK\x03\x04"u8, .. "[Content_Types].xml xl/workbook.xml"u8], "is an Excel workbook (.xlsx); save the sheet as CSV" },
        { "a.xlsx", [.. "PK\x03\x04"u8, .. "xl/workbook.xml"u8], "is an Excel workbook (.xlsx)" },
        { "a.xlsx", [.. "PK\x03\x04"u8, .. "[Content_Types].xml"u8], "is an Office file" },
        { "a.ods", [.. "PK\x03\x04"u8, .. "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8], "OpenDocument (.ods)" },
        { "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "as Excel's .xls is" },
        { "a.zip", [.. "PK\x03\x04"u8, .. "a.csv"u8], "is a zip archive; unpack it" },
        { "a.csv", [.. "PK\x03\x04"u8, .. "a.csv"u8], "is a zip archive; unpack it" },
        { "a.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\n1\n")], "is UTF-16" },
        { "a.csv", [0xFE, 0xFF, 0, 65, 0, 10], "is UTF-16" },
        { "a.csv", Encoding.Unicode.GetBytes("a,b\n1,2\n"), "is UTF-16" },
        { "a.tsv", Encoding.BigEndianUnicode.GetBytes("a\tb\n1\t2\n"), "iconv -f utf-16 -t utf-8" },
        { "a.csv", [0x1F, 0x8B, 8, 0], "its name must end in .gz" },
        { "a.csv", [0x28, 0xB5, 0x2F, 0xFD], "its name must end in .zst" },
        { "a.csv", "PAR1 "u8.ToArray(), "its name must end in .parquet" },
        { "a.csv", "%PDF-1.7"u8.ToArray(), "is a PDF" },
        { "a.csv", "SQLite format 3\0"u8.ToArray(), "is a database of SQLite" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Files_that_are_something_else_are_named_as_what_they_are(string name, byte[] content, string what)
    {
        folder.Write(name, content);
        Says(folder.Error(name), what);
        Says(Assert.Throws<DataException>(() => TableReader.Describe(folder.Source(name))).Message, what);
    }

    [Fact]
    public void A_table_with_a_few_zero_bytes_is_no_UTF_16() =>
        Assert.DoesNotContain("UTF-16", CsvError("name,b\na\0c,2\nlonger text,3,4\n"), StringComparison.Ordinal);

    [Fact]
    public void Files_of_different_kinds()
    {
        folder.Write("a.csv", "a\n1\n");
        folder.Copy("b.parquet", "SELECT 1 AS a");
        Says(folder.Error("a.csv", "b.parquet"), "different kinds");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void Empty_file(string text) => Says(CsvError(text), "bad.csv is empty");

    [Fact]
    public void Empty_json()
    {
        folder.Write("e.json", "[]");
        Says(folder.Error("e.json"), "e.json has no rows");
    }

    [Fact]
    public void Header_without_rows() => Says(CsvError("a,b\n"), "bad.csv has a header but no rows");

    [Fact]
    public void Parquet_without_rows()
    {
        folder.Copy("e.parquet", "SELECT 1 AS a WHERE false");
        Says(folder.Error("e.parquet"), "e.parquet has no rows");
    }

    [Fact]
    public void Blank_first_line() => Says(CsvError("\na,b\n1,2\n"), "the first line is blank");

    [Fact]
    public void No_header() => Says(CsvError("1,2.5\n3,4\n"), "holds only numbers", "header");

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3", "expected 2 fields", "found 1")]
    [InlineData("a,b\n1,2\n3,4\n5,6,7\n", "line 4", "expected 2 fields", "found 3")]
    public void Ragged_rows_name_the_line(string text, params string[] parts) => Says(CsvError(text), ["bad.csv", .. parts]);

    [Fact]
    public void A_ragged_row_deep_in_a_large_file_is_found()
    {
        string rows = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},abc,{i}\n"));
        Says(CsvError("a,b,c\n" + rows + "1,2\n" + rows), "line 200002", "found 2");
    }

    [Fact]
    public void Unclosed_quote() => Says(CsvError("a,b\n1,\"x\n3,4\n"), "line 2", "no closing quote");

    [Fact]
    public void Unclosed_quote_in_the_header() => Says(CsvError("a,\"b\n1,2\n"), "line 1", "quotes around column name");

    [Fact]
    public void Duplicate_columns()
    {
        Says(CsvError("a,b,a\n1,2,3\n"), "two columns are called 'a'");
        folder.Write("d.ndjson", "{\"a\": 1, \"a\": 2}\n");
        Says(folder.Error("d.ndjson"), "duplicate key");
        Says(DataFolder.Error(folder.SqlSource("SELECT 1 AS a, 2 AS a")), "two columns are called 'a'");
    }

    [Fact]
    public void Not_utf8()
    {
        Says(folder.Error(folder.Write("l.csv", [.. "a,b\n1,x\n2,caf"u8, 0xE9, .. "\n"u8])), "l.csv, line 3", "not UTF-8");
        Says(folder.Error(folder.Write("h.csv", [.. "a,caf"u8, 0xE9, .. "\n1,2\n"u8])), "h.csv, line 1", "not UTF-8");
    }

    [Fact]
    public void Damaged_parquet()
    {
        Says(folder.Error(folder.Write("p.parquet", new byte[200])), "p.parquet is not a readable parquet file");
        byte[] whole = File.ReadAllBytes(folder.Copy("w.parquet", "SELECT i AS a, 'x' || i AS b FROM range(50000) t(i)"));
        Says(folder.Error(folder.Write("cut.parquet", whole[..(whole.Length / 2)])), "cut.parquet is not a readable parquet file");
    }

    [Theory]
    [InlineData("gz")]
    [InlineData("zst")]
    public void Compressed_file_that_was_cut_off(string extension)
    {
        string whole = folder.Copy($"w.csv.{extension}", "SELECT i AS a, 'x' || i AS b FROM range(300000) t(i)",
            $"FORMAT csv, HEADER, COMPRESSION {(extension == "gz" ? "gzip" : "zstd")}");
        byte[] bytes = File.ReadAllBytes(whole);
        Assert.Equal(300_000, folder.Read(whole).RowCount);
        foreach (int length in new[] { 20, bytes.Length / 2, bytes.Length - 3 })
            Says(folder.Error(folder.Write($"cut.csv.{extension}", bytes[..length])), "damaged or cut off");
        Says(folder.Error(folder.Write($"text.csv.{extension}", "a,b\n1,2\n")), "damaged or cut off");
    }

    [Fact]
    public void Damaged_gzip()
    {
        byte[] bytes =
            File.ReadAllBytes(
            folder.WriteGzip("w.csv.gz", "a,b\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},x{i}\n"))));
        bytes[bytes.Length / 2] ^= 0xFF;
        Says(folder.Error(folder.Write("d.csv.gz", bytes)), "d.csv.gz is damaged");
    }

    [Fact]
    public void Malformed_json()
    {
        Says(folder.Error(folder.Write("m.ndjson", "{\"a\": 1}\n{\"a\": 2\n")), "m.ndjson is not readable JSON", "line");
        Says(folder.Error(folder.Write("m.json", "nonsense")), "m.json is not readable JSON");
        Says(folder.Error(folder.Write("k.json", """[{"a": 1}, {"a": "x"}]""")), "column 'a' holds values of different kinds");
    }

    [Fact]
    public void Columns_that_differ_between_files()
    {
        folder.Write("a.csv", "id,age\n1,2\n");
        folder.Write("b.csv", "id,aeg\n1,2\n");
        Says(folder.Error("a.csv", "b.csv"), "b.csv has no column 'age'", "a.csv", "did you mean 'aeg'?");
        folder.Copy("a.parquet", "SELECT 1 AS x");
        folder.Copy("b.parquet", "SELECT 1 AS x, 2 AS y");
        Says(folder.Error("a.parquet", "b.parquet"), "b.parquet has a column 'y'");
    }

    [Fact]
    public void A_text_among_numbers_names_column_line_and_value()
    {
        string rows = string.Concat(Enumerable.Range(1, 40).Select(i => i == 30 ? "\"two\nlines\",unknown\n" : $"x,{i}\n"));
        Says(CsvError("note,age\n" + rows), "bad.csv, line 31", "column 'age' holds 'unknown' where 39 of 40 rows", "data.na_values",
            "sql");
        Table table = TableReader.Read(folder.Source("bad.csv") with { NaValues = ["unknown"] });
        Assert.Equal((ColumnType.Integer, 1), (table["age"].Type, table["age"].MissingCount));
    }

    [Fact]
    public void A_text_among_numbers_is_found_far_down_and_in_the_second_file()
    {
        folder.Write("a.csv", "k,x\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i},{i}.5\n")));
        folder.Write("b.csv", "k,x\n1,1\n2,oops\n");
        Says(folder.Error("a.csv", "b.csv"), "b.csv, line 3", "column 'x' holds 'oops' where 30001 of 30002 rows");
        folder.WriteGzip("c.csv.gz", "k,x\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},{(i == 7 ? "bad" : i)}\n")));
        Says(folder.Error("c.csv.gz"), "c.csv.gz, row 8", "'bad'");
    }

    [Fact]
    public void A_column_that_is_often_text_is_text()
    {
        Table table = folder.ReadCsv("k,x\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},{(i % 5 == 0 ? "V" : "")}{i}\n")));
        Assert.Equal(ColumnType.Text, table["x"].Type);
    }
}
