using Gate.Data;

namespace Gate.Tests.Data;

public sealed class FiltersAndSql : IDisposable
{
    private readonly DataFolder folder = new();

    public FiltersAndSql()
    {
        folder.Write("d.csv",
            "age,sex,x y,ok,day\n17,F,0.5,true,2024-01-01\n30,M,1.5,false,2024-06-01\n65,F,,true,2024-12-31\n?,M,2.5,true,2024-01-02\n");
        folder.Copy("d.parquet", "FROM (VALUES (17, 'F', 0.5), (30, 'M', 1.5), (65, 'F', NULL), (NULL, 'M', 2.5)) t(age, sex, \"x y\")");
        folder.Write("sub/more.csv", "sex,label\nF,woman\nM,man\n");
    }

    public void Dispose() => folder.Dispose();

    private SourceOptions Csv(string where) => folder.Source("d.csv") with { Where = where, NaValues = ["?"] };

    [Theory]
    [InlineData("age >= 18", new[] { 1, 2 })]
    [InlineData("age < 100", new[] { 0, 1, 2 })]
    [InlineData("sex = 'F' AND \"x y\" IS NOT NULL", new[] { 0 })]
    [InlineData("age IS NULL OR \"x y\" > 1.25", new[] { 1, 3 })]
    [InlineData("sex IN ('F', '--;)(')", new[] { 0, 2 })]
    [InlineData("age > (SELECT avg(age) FROM data)", new int[0])]
    public void A_filter_keeps_the_same_rows_of_csv_and_parquet(string where, int[] expected)
    {
        if (expected.Length == 0)
        {
            Assert.Contains("data.where", DataFolder.Error(Csv(where)), StringComparison.Ordinal);
            return;
        }
        double[] ages = [17, 30, 65, double.NaN];
        Assert.Equal(expected.Select(i => ages[i]), TableReader.Read(Csv(where)).Numbers("age"));
        Assert.Equal(expected.Select(i => ages[i]), TableReader.Read(folder.Source("d.parquet") with { Where = where }).Numbers("age"));
    }

    [Theory]
    [InlineData("ok", 3)]
    [InlineData("NOT ok", 1)]
    [InlineData("day >= DATE '2024-06-01'", 2)]
    public void A_filter_sees_booleans_and_dates(string where, int rows) => Assert.Equal(rows, TableReader.Read(Csv(where)).RowCount);

    [Theory]
    [InlineData("aeg > 1", "no column is called 'aeg'; did you mean 'age'?")]
    [InlineData("age >", "data.where: syntax error at or near \")\"; it ends too early, or a bracket is closed before something that is "
        + "missing")]
    [InlineData("age > 1 AND", "; it ends too early")]
    [InlineData("age = < 7", "syntax error at or near \"<\"; before it something is missing, or written in a way that SQL does not know. "
        + "Conditions are such as: age >= 18 AND sex = 'f'")]
    [InlineData("sex < 0.7", "Cannot compare values of type VARCHAR and type DECIMAL(2,1) - an explicit cast is required; write a text in "
        + "single quotes, and read a column of numbers that came as text (a decimal comma, a unit) by data.source with sql")]
    [InlineData("age < 0,7", "'age < 0,7' is two values and no condition: write the number with a decimal point, 0.7")]
    [InlineData("nofun(age) > 1", "nofun")]
    [InlineData("sum(age) > 1", "WHERE clause cannot contain aggregates")]
    [InlineData("row_number() OVER () < 3", "WHERE clause cannot contain window functions")]
    [InlineData("age > 1000", "keeps no")]
    [InlineData("", "the filter is empty")]
    [InlineData("1=1) UNION (SELECT 1", "closed that was not opened")]
    [InlineData("1=1) GROUP BY (age", "closed that was not opened")]
    [InlineData("(1=1", "not closed")]
    [InlineData("1=1; SELECT 1", "';' is not allowed")]
    [InlineData("1=1 -- and the rest", "comments are not allowed")]
    [InlineData("1=1 /* */", "comments are not allowed")]
    [InlineData("sex = 'F", "not closed")]
    [InlineData("sex = E'\\') OR (1=1'", "data.where")]
    [InlineData("age > 1\0) OR (1=1", "NUL")]
    [InlineData("1 = (SELECT count(*) FROM query('SELECT 1'))", "query is not allowed")]
    [InlineData("1 < (SELECT count(*) FROM read_text('/etc/hostname'))", "must not be read")]
    public void A_filter_that_is_not_one_condition_on_the_columns_is_refused(string where, string says)
    {
        Assert.Contains(says == "keeps no" ? "keeps no" : says, DataFolder.Error(folder.Source("d.parquet") with { Where = where }),
            StringComparison.Ordinal);
        Assert.Contains(says, DataFolder.Error(Csv(where)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT * FROM 'd.parquet'")]
    [InlineData("SELECT * FROM 'd.parquet';")]
    [InlineData("FROM read_parquet('d.parquet')")]
    [InlineData("FROM read_parquet(['d.parquet'])")]
    [InlineData("WITH t AS (SELECT * FROM './d.parquet') SELECT * FROM t -- with a remark")]
    [InlineData("SELECT age FROM '*.parquet' /* all */")]
    public void Sql_reads_files_below_the_folder_of_the_policy(string sql) =>
        Assert.Equal([17, 30, 65, double.NaN], folder.ReadSql(sql).Numbers("age"));

    [Fact]
    public void Sql_joins_files_and_can_be_filtered()
    {
        SourceOptions source =
            folder.SqlSource("SELECT p.age, m.label FROM 'd.parquet' p JOIN 'sub/more.csv' m USING (sex) ORDER BY age NULLS LAST")
            with { Where = "age > 20" };
        Assert.Equal(["man", "woman"], TableReader.Read(source).Texts("label"));
        Assert.Equal([("age", ColumnType.Integer), ("label", ColumnType.Text)], TableReader.Describe(source));
        Assert.Empty(TableReader.Files(source));
    }

    [Theory]
    [InlineData("SELECT * FROM '/etc/hostname'", "not below the policy's folder")]
    [InlineData("SELECT * FROM read_text('/etc/hostname')", "not below the policy's folder")]
    [InlineData("SELECT * FROM read_text('../../etc/hostname')", "not below the policy's folder")]
    [InlineData("SELECT * FROM read_csv('https://example.com/x.csv')", "not below the policy's folder")]
    [InlineData("SELECT * FROM read_text('/etc/' || 'hostname')", "data.source.sql")]
    [InlineData("SELECT * FROM read_text(concat('/etc/', 'hostname'))", "must not be read")]
    [InlineData("SELECT * FROM read_text(E'/etc/hostname')", "must not be read")]
    [InlineData("SELECT * FROM read_text($$/etc/hostname$$)", "must not be read")]
    [InlineData("SELECT * FROM \"/etc/hostname.csv\"", "data.source.sql")]
    [InlineData("SELECT * FROM glob('/etc/*')", "not below the policy's folder")]
    [InlineData("SELECT 1; SELECT 2", "expected one SELECT statement")]
    [InlineData("", "the statement is empty")]
    [InlineData("COPY (SELECT 1) TO 'out.csv'", "expected a SELECT")]
    [InlineData("COPY (SELECT 1) TO 'd.parquet'", "expected a SELECT")]
    [InlineData("ATTACH 'x.db'", "expected a SELECT")]
    [InlineData("EXPORT DATABASE 'x'", "expected a SELECT")]
    [InlineData("INSTALL httpfs", "expected a SELECT")]
    [InlineData("LOAD httpfs", "expected a SELECT")]
    [InlineData("SET threads = 1", "expected a SELECT")]
    [InlineData("SET enable_external_access = true", "expected a SELECT")]
    [InlineData("PRAGMA database_list", "expected a SELECT")]
    [InlineData("CREATE TABLE t AS SELECT 1", "expected a SELECT")]
    [InlineData("CALL enable_logging()", "enable_logging is not allowed")]
    [InlineData("SELECT * FROM enable_logging(storage = 'stdout')", "enable_logging is not allowed")]
    [InlineData("SELECT * FROM main . \"Enable_Logging\" /* */ ()", "is not allowed")]
    [InlineData("SELECT * FROM query('SELECT * FROM enable_logging()')", "query is not allowed")]
    [InlineData("SELECT aeg FROM 'd.parquet'", "no column is called 'aeg'")]
    [InlineData("SELECT * FROM 'gone.csv'", "gone.csv does not exist")]
    public void Sql_can_do_nothing_but_select_from_those_files(string sql, string says)
    {
        string[] before = Directory.GetFileSystemEntries(folder.Path);
        Assert.Contains(says, DataFolder.Error(folder.SqlSource(sql)), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Texts_that_are_no_files_stay_as_they_are() =>
        Assert.Equal(["d.csv"],
            folder.ReadSql("SELECT 'd.csv' AS name, count(*) AS n FROM 'd.parquet' WHERE sex IN ('F', 'M') AND sex <> 'd.parquet'")
            .Texts("name"));
}
