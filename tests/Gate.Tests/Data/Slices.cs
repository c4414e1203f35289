using Gate.Data;

namespace Gate.Tests.Data;

public sealed class Slices : IDisposable
{
    private readonly DataFolder folder = new();

    public Slices()
    {
        folder.Write("d.csv", "age,sex,amount\n17,F,1\n30,M,2\n65,F,x\n,M,4\n");
        folder.Copy("d.parquet", "FROM (VALUES (17, 'F', '1'), (30, 'M', '2'), (65, 'F', 'x'), (NULL, 'M', '4')) t(age, sex, amount)");
        folder.Copy("d.json", "FROM (VALUES (17, 'F', '1'), (30, 'M', '2'), (65, 'F', 'x'), (NULL, 'M', '4')) t(age, sex, amount)",
            "FORMAT json");
    }

    public void Dispose() => folder.Dispose();

    private SlicedTable Read(SourceOptions source, params string[] slices) =>
        TableReader.ReadSliced(source with { Slices = [.. slices.Select((sql, i) => new SliceCondition($"conditions[{i}].where", sql))],
            NaValues = ["?"] });

    public static TheoryData<string> Files => ["d.csv", "d.parquet", "d.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_row_is_in_a_slice_where_its_condition_is_true_and_not_where_it_is_null(string file)
    {
        SlicedTable read = Read(folder.Source(file), "age > 18", "sex = 'F'", "age IS NULL", "FALSE");
        Assert.Equal(4, read.Table.RowCount);
        Assert.Equal(["age", "sex", "amount"], read.Table.Names);
        Assert.Equal([[false, true, true, false], [true, false, true, false], [false, false, false, true], [false, false, false, false]],
            read.Slices);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Slices_line_up_with_the_rows_that_a_filter_keeps(string file)
    {
        SlicedTable read = Read(folder.Source(file) with { Where = "age IS NOT NULL AND amount <> 'x'" }, "sex = 'M'", "amount::INT > 1");
        Assert.Equal([17.0, 30.0], read.Table.Numbers("age"));
        Assert.Equal([[false, true], [false, true]], read.Slices);
    }

    [Fact]
    public void Slices_of_a_query_line_up_with_its_rows() =>
        Assert.Equal([[false, true, false]], Read(folder.SqlSource("SELECT age FROM 'd.parquet' WHERE age > 0 ORDER BY age"),
            "age = 30").Slices);

    [Theory]
    [InlineData("d.csv", "age", "'age' is of type BIGINT and no condition that is true or false; say what must hold of it, such as age <>")]
    [InlineData("d.parquet", "age", "such as age <> 0")]
    [InlineData("d.json", "age + 1", "such as age + 1 <> 0")]
    [InlineData("d.csv", "sex", "'sex' is of type VARCHAR and no condition that is true or false; say what must hold of it, such as sex =")]
    [InlineData("d.csv", "agee > 3", "no column is called 'agee'; did you mean 'age'?")]
    [InlineData("d.parquet", "agee > 3", "no column is called 'agee'; did you mean 'age'?")]
    [InlineData("d.csv", "age >", "syntax error")]
    [InlineData("d.csv", "age > 1; SELECT 1", "';' is not allowed")]
    [InlineData("d.parquet", "age > 1) OR (TRUE", "closed")]
    [InlineData("d.csv", "sum(age) > 3", "")]
    [InlineData("d.parquet", "row_number() OVER () < 3", "")]
    [InlineData("d.csv", "amount::INT > 1", "convert")]
    [InlineData("d.parquet", "amount::INT > 1", "convert")]
    [InlineData("d.csv", "(SELECT count(*) FROM read_csv('/etc/passwd')) > 0", "must not be read")]
    public void A_condition_that_is_wrong_names_its_key(string file, string slice, string expected)
    {
        var error = Assert.Throws<DataException>(() => Read(folder.Source(file), "age > 18", slice));
        Assert.Equal("conditions[1].where", error.PolicyKey);
        Assert.Contains(expected, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("d.csv")]
    [InlineData("d.parquet")]
    public void A_wrong_condition_is_found_without_reading_the_rows(string file) =>
        Assert.Equal("conditions[0].where",
            Assert.Throws<DataException>(
            () => TableReader.Describe(folder.Source(file) with { Slices = [new("conditions[0].where", "nope = 1")] })).PolicyKey);
}
