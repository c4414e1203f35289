using System.Text;
using Gate.Data;
using Gate.Data.Writing;

namespace Gate.Tests.Data.Writing;

/// <summary>A table as csv, and read back.</summary>
public sealed class CsvOut
{
    private static string Write(Table table)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(table, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void Texts_are_quoted_where_they_need_it_and_missing_values_are_empty() => Assert.Equal(
        "\"a,b\",t,flag,day\n0.1,\"x,y\",true,1970-01-02\n,\"say \"\"no\"\"\",false,\n"
            + "1E-300,,true,1970-01-01\n3,\"two\nlines\",true,\n4,\"\",true,\n",
        Write(new([new NumericColumn("a,b", [0.1, double.NaN, 1e-300, 3, 4], ColumnType.Real, [false, true, false, false, false]),
            new CategoryColumn("t", [0, 1, -1, 2, 3], ["x,y", "say \"no\"", "two\nlines", ""]),
            new NumericColumn("flag", [1, 0, 1, 1, 1], ColumnType.Boolean),
            new NumericColumn("day", [1, double.NaN, 0, double.NaN, double.NaN], ColumnType.Date, [false, true, false, true, true])])));

    [Fact]
    public void What_is_written_is_read_back_to_the_bit()
    {
        var random = new Random(5);
        double[] numbers = [.. Enumerable.Range(0, 500).Select(i => i % 9 == 0 ? double.NaN
            : BitConverter.Int64BitsToDouble(random.NextInt64() % 0x7FE0_0000_0000_0000))];
        string[] texts = ["plain", "with, comma", "\"quoted\"", "ümläut", " space "];
        var table = new Table([new NumericColumn("n", numbers, ColumnType.Real, Array.ConvertAll(numbers, double.IsNaN)),
            new CategoryColumn("t", [.. Enumerable.Range(0, 500).Select(i => i % 6 - 1)], texts)]);
        using var folder = new DataFolder();
        Table back = TableReader.Read(folder.Source(folder.Write("back.csv", Write(table))));
        Assert.Equal(numbers, back.Numbers("n"));
        var column = (CategoryColumn)back["t"];
        Assert.Equal(Enumerable.Range(0, 500).Select(i => i % 6 == 0 ? null : texts[(i % 6) - 1]),
            column.Codes.Select(code => code < 0 ? null : column.Categories[code]));
    }

    [Fact]
    public void Writing_stops_when_it_is_told_to() => Assert.Throws<OperationCanceledException>(() =>
        CsvWriter.Write(new([new NumericColumn("n", [1])]), Stream.Null, new CancellationToken(true)));
}
