using Gate.Data;

namespace Gate.Tests.Data;

/// <summary>Running a policy again must not be able to turn its verdict.</summary>
public sealed class RepeatableQueries : IDisposable
{
    private readonly DataFolder folder = new();

    public RepeatableQueries()
    {
        folder.Write("d.csv", "id,day\n1,2024-01-01\n2,2024-06-01\n3,2024-12-31\n");
        folder.Copy("d.parquet", "FROM (VALUES (1, DATE '2024-01-01'), (2, DATE '2024-06-01')) t(id, day)");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("random() < 0.5")]
    [InlineData("RANDOM ( ) < 0.5")]
    [InlineData("main.random() < 0.5")]
    [InlineData("\"random\"() < 0.5")]
    [InlineData("uuid()::VARCHAR < '8'")]
    [InlineData("now() > '2020-01-01'")]
    [InlineData("today() > DATE '2020-01-01'")]
    [InlineData("day < current_date")]
    [InlineData("day < \"CURRENT_DATE\"")]
    [InlineData("day < current_timestamp")]
    [InlineData("day < localtimestamp")]
    [InlineData("day < ago(INTERVAL 1 DAY)")]
    [InlineData("age(day) > INTERVAL 1 YEAR")]
    [InlineData("current_setting('threads')::INT > 1")]
    [InlineData("pg_conf_load_time() > '2020-01-01'")]
    [InlineData("(SELECT count(*) FROM duckdb_settings()) > 3")]
    [InlineData("(SELECT count(*) FROM pg_settings) > 3")]
    [InlineData("(SELECT max(id) FROM data USING SAMPLE 1) > 1")]
    [InlineData("(SELECT max(id) FROM data TABLESAMPLE reservoir(1)) > 1")]
    [InlineData("random\u00A0() < 0.5")]
    [InlineData("random\u200B() < 0.5")]
    public void Chance_the_clock_and_the_machine_are_refused(string sql)
    {
        foreach (string file in (string[])["d.csv", "d.parquet"])
        {
            var where = folder.Source(file) with { Where = sql };
            Assert.Equal("data.where", Assert.Throws<DataException>(() => TableReader.Read(where)).PolicyKey);
            var slice = folder.Source(file) with { Slices = [new("conditions[0].where", sql)] };
            Assert.Equal("conditions[0].where", Assert.Throws<DataException>(() => TableReader.ReadSliced(slice)).PolicyKey);
            Assert.Throws<DataException>(() => TableReader.Describe(where));
        }
    }

    [Theory]
    [InlineData("SELECT * FROM 'd.csv' WHERE random() < 0.5", "may answer otherwise when it is asked again")]
    [InlineData("SELECT *, now() AS n FROM 'd.csv'", "may answer otherwise when it is asked again")]
    [InlineData("SELECT * FROM 'd.csv' USING SAMPLE 2", "a sample is drawn anew")]
    [InlineData("SELECT * FROM read_blob('d.csv')", "may answer otherwise when it is asked again")]
    [InlineData("SELECT * FROM duckdb_databases", "the engine's own state")]
    [InlineData("WITH r AS (SELECT gen_random_uuid() AS u) SELECT u FROM r", "may answer otherwise when it is asked again")]
    public void Statements_are_held_to_the_same(string sql, string message) =>
        Assert.Contains(message, DataFolder.Error(folder.SqlSource(sql)), StringComparison.Ordinal);

    [Theory]
    [InlineData("hash(id) % 2 IN (0, 1)")]
    [InlineData("age(day, DATE '2020-01-01') > INTERVAL 1 YEAR")]
    [InlineData("CASE WHEN id < 0 THEN error('negative') ELSE TRUE END")]
    [InlineData("id IN (SELECT unnest(range(10)))")]
    [InlineData("day <> DATE '2024-02-30'::VARCHAR OR 'random()' = 'random()'")]
    public void What_gives_the_same_every_time_is_not_refused(string sql)
    {
        Exception? error = Record.Exception(() => TableReader.Read(folder.Source("d.parquet") with { Where = sql }));
        Assert.DoesNotContain("may answer otherwise", error?.Message ?? "", StringComparison.Ordinal);
        if (!sql.Contains("02-30", StringComparison.Ordinal)) Assert.Null(error);
    }

    [Fact]
    public void A_column_comes_before_the_clock_of_the_same_name()
    {
        folder.Write("c.csv", "id,current_date\n1,2024-01-01\n2,2025-01-01\n");
        Assert.Equal(1, TableReader.Read(folder.Source("c.csv") with { Where = "current_date < DATE '2024-06-01'" }).RowCount);
    }

    [Fact]
    public void A_query_that_samples_within_is_told_by_asking_twice()
    {
        string sql = "SELECT reservoir_quantile(x, [0.1, 0.3, 0.5, 0.7, 0.9], 8)[3] AS q FROM range(1000000) t(x)";
        Exception? error = Record.Exception(() => folder.ReadSql(sql));
        // DuckDB may come to seed its samples; then there is nothing to find.
        if (error is not null) Assert.Contains("asked a second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_readings_are_compared_by_rows_order_and_slices()
    {
        SlicedTable read(string csv, string where) =>
            TableReader.ReadSliced(folder.Source(folder.Write("r.csv", csv)) with { Slices = [new("conditions[0].where", where)] });
        SlicedTable first = read("a,b\n1,x\n2,y\n", "a = 1");
        Assert.True(Gate.Data.Reading.RepeatableSql.AreEqual(first, read("a,b\n1,x\n2,y\n", "a = 1")));
        Assert.False(Gate.Data.Reading.RepeatableSql.AreEqual(first, read("a,b\n2,x\n1,y\n", "a = 2")));
        Assert.False(Gate.Data.Reading.RepeatableSql.AreEqual(first, read("a,b\n1,y\n2,x\n", "a = 1")));
        Assert.False(Gate.Data.Reading.RepeatableSql.AreEqual(first, read("a,b\n1,x\n,y\n", "a = 1")));
        Assert.False(Gate.Data.Reading.RepeatableSql.AreEqual(first, read("a,b\n1,x\n2,y\n", "a = 2")));
    }
}
