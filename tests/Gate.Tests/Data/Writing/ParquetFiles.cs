using Gate.Data;
using Gate.Data.Writing;

namespace Gate.Tests.Data.Writing;

public sealed class ParquetFiles
{
    private static Table ReadBack(params (string Name, double[] Values)[] columns)
    {
        using var folder = new DataFolder();
        string path = Path.Combine(folder.Path, "x.parquet");
        using (FileStream stream = File.Create(path)) ParquetWriter.Write(columns, stream);
        return TableReader.Read(new SourceOptions { Paths = [path] });
    }

    [Fact]
    public void What_is_written_is_read_back_to_the_last_bit()
    {
        double[] odd = [0.1, -0.0, 1e300, -1e-300, Math.PI, 3];
        Table table = ReadBack(("a", odd), ("shap_räume \"x\"", [1, 2, 3, 4, 5, 6]));
        Assert.Equal(["a", "shap_räume \"x\""], table.Names);
        Assert.Equal(odd, ((NumericColumn)table["a"]).Values);
    }

    /// <summary>More columns than a short list has, and more rows than a group.</summary>
    [Fact]
    public void Many_columns_and_several_groups_of_rows_are_read_back()
    {
        const int Rows = 230_000;
        (string, double[])[] columns = [.. Enumerable.Range(0, 20).Select(c => ($"c{c}",
            (double[])[.. Enumerable.Range(0, Rows).Select(row => (double)(row * 20 + c))]))];
        Table table = ReadBack(columns);
        Assert.Equal((Rows, 20), (table.RowCount, table.Columns.Count));
        for (int c = 0; c < 20; c++) Assert.Equal(columns[c].Item2, ((NumericColumn)table.Columns[c]).Values);
    }

    [Fact]
    public void No_row_is_a_file_too_and_what_is_no_table_is_refused()
    {
        using var stream = new MemoryStream();
        ParquetWriter.Write([("a", [])], stream);
        byte[] file = stream.ToArray();
        Assert.Equal("PAR1"u8, file.AsSpan(0, 4));
        Assert.Equal("PAR1"u8, file.AsSpan(file.Length - 4));
        Assert.Throws<ArgumentException>(() => ReadBack());
        Assert.Throws<ArgumentException>(() => ReadBack(("a", [1]), ("b", [])));
        Assert.Throws<ArgumentException>(() => ReadBack(("a", [1]), ("a", [1])));
    }
}
