using System.Globalization;
using Gate.Data;
using Gate.Data.Randomness;

namespace Gate.Tests.Data;

public sealed class ReadingTypes : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("TINYINT", "-128", -128)]
    [InlineData("SMALLINT", "-32768", -32768)]
    [InlineData("INTEGER", "-2147483648", -2147483648)]
    [InlineData("BIGINT", "9007199254740992", 9007199254740992)]
    [InlineData("HUGEINT", "-9007199254740992", -9007199254740992)]
    [InlineData("UTINYINT", "255", 255)]
    [InlineData("USMALLINT", "65535", 65535)]
    [InlineData("UINTEGER", "4294967295", 4294967295)]
    [InlineData("UBIGINT", "9007199254740992", 9007199254740992)]
    [InlineData("UHUGEINT", "17", 17)]
    [InlineData("DECIMAL(9,0)", "-999999999", -999999999)]
    [InlineData("DECIMAL(4,0)", "-99", -99)]
    [InlineData("DECIMAL(38,0)", "123", 123)]
    public void Whole_numbers_of_any_width_are_integers(string type, string text, double expected)
    {
        Table table = folder.ReadSql($"SELECT * FROM (VALUES (CAST('{text}' AS {type})), (NULL)) t(x)");
        Assert.Equal(ColumnType.Integer, table["x"].Type);
        Assert.Equal([expected, double.NaN], table.Numbers("x"));
        Assert.Equal([false, true], table["x"].Missing!);
    }

    [Theory]
    [InlineData("FLOAT", "0.5", 0.5)]
    [InlineData("DOUBLE", "0.1", 0.1)]
    [InlineData("DECIMAL(4,2)", "99.99", 99.99)]
    [InlineData("DECIMAL(9,3)", "-0.001", -0.001)]
    [InlineData("DECIMAL(18,6)", "123456.789012", 123456.789012)]
    [InlineData("DECIMAL(38,10)", "0.3", 0.3)]
    [InlineData("DOUBLE", "nan", double.NaN)]
    [InlineData("DOUBLE", "-inf", double.NegativeInfinity)]
    public void Reals_and_decimals_are_doubles_and_nan_is_a_value(string type, string text, double expected)
    {
        Table table = folder.ReadSql($"SELECT CAST('{text}' AS {type}) AS x");
        Assert.Equal(ColumnType.Real, table["x"].Type);
        Assert.Equal([expected], table.Numbers("x"));
        Assert.Null(table["x"].Missing);
    }

    [Theory]
    [InlineData("BIGINT", "9223372036854775807")]
    [InlineData("UBIGINT", "18446744073709551615")]
    [InlineData("HUGEINT", "-170141183460469231731687303715884105728")]
    [InlineData("UHUGEINT", "340282366920938463463374607431768211455")]
    [InlineData("DECIMAL(38,0)", "99999999999999999999999999999999999999")]
    [InlineData("BIGINT", "9007199254740993")]
    public void Whole_numbers_beyond_2_to_the_53_stay_exact_as_text(string type, string text)
    {
        Table table = folder.ReadSql($"SELECT * FROM (VALUES (10::{type}), (NULL), (CAST('{text}' AS {type})), (9::{type})) t(x)");
        Assert.Equal(ColumnType.Text, table["x"].Type);
        Assert.Equal(["10", null, text, "9"], table.Texts("x"));
    }

    [Fact]
    public void The_big_number_may_come_after_many_small_ones()
    {
        Table table = folder.ReadSql("SELECT CASE WHEN i = 149999 THEN 9007199254740993 ELSE i END AS x FROM range(150000) t(i)");
        List<string?> texts = table.Texts("x");
        Assert.Equal("9007199254740993", texts[^1]);
        Assert.Equal("123456", texts[123_456]);
    }

    [Fact]
    public void Booleans_enums_uuids_and_nulls_are_read()
    {
        Table table = folder.ReadSql(
            "SELECT b, e::ENUM('low', 'mid', 'high') AS e, u::UUID AS u, NULL AS n FROM (VALUES (true, 'high', "
                + "'01234567-89ab-cdef-0123-456789abcdef'), (false, 'low', NULL), (NULL, NULL, NULL)) t(b, e, u)");
        Assert.Equal(ColumnType.Boolean, table["b"].Type);
        Assert.Equal([1, 0, double.NaN], table.Numbers("b"));
        Assert.Equal(["high", "low", null], table.Texts("e"));
        Assert.Equal(["low", "mid", "high"], ((CategoryColumn)table["e"]).Categories);
        Assert.Equal(["01234567-89ab-cdef-0123-456789abcdef", null, null], table.Texts("u"));
        Assert.Equal(3, table["n"].MissingCount);
    }

    [Theory]
    [InlineData("DATE '1969-12-31'", ColumnType.Date, -1)]
    [InlineData("TIME '01:00:00.5'", ColumnType.Timestamp, 3600.5)]
    [InlineData("TIMESTAMP '1970-01-02 00:00:01.000001'", ColumnType.Timestamp, 86401.000001)]
    [InlineData("TIMESTAMP_S '1970-01-01 00:00:05'", ColumnType.Timestamp, 5)]
    [InlineData("TIMESTAMP_MS '1970-01-01 00:00:05.25'", ColumnType.Timestamp, 5.25)]
    [InlineData("TIMESTAMP_NS '1970-01-01 00:00:05.5'", ColumnType.Timestamp, 5.5)]
    [InlineData("TIMESTAMPTZ '1970-01-01 02:00:00+02'", ColumnType.Timestamp, 0)]
    public void Dates_and_times_are_days_and_seconds(string value, ColumnType type, double expected)
    {
        Table table = folder.ReadSql($"SELECT {value} AS x UNION ALL SELECT NULL");
        Assert.Equal(type, table["x"].Type);
        Assert.Equal(expected, table.Numbers("x")[0]);
        Assert.True(table["x"].IsMissing(1));
    }

    [Theory]
    [InlineData("DATE 'infinity'")]
    [InlineData("TIMESTAMP '-infinity'")]
    [InlineData("DATE '0044-03-15 (BC)'")]
    public void Dates_beyond_the_calendar_are_refused(string value) =>
        Assert.Contains("column 'x' holds an infinite date", DataFolder.Error(folder.SqlSource($"SELECT {value} AS x")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("[1, 2]", "LIST")]
    [InlineData("{'a': 1}", "STRUCT")]
    [InlineData("MAP {'a': 1}", "MAP")]
    [InlineData("'\\xAA'::BLOB", "BLOB")]
    [InlineData("INTERVAL 1 DAY", "INTERVAL")]
    public void Nested_and_binary_columns_are_refused_by_name(string value, string type)
    {
        string message = DataFolder.Error(folder.SqlSource($"SELECT 1 AS fine, {value} AS odd"));
        Assert.Contains($"column 'odd' holds values of type {type}", message, StringComparison.Ordinal);
        Assert.Contains("sql", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1;-2;+3; 4 ", ColumnType.Integer)]
    [InlineData("1;2.5;.5;5.;1e3;-1E-2", ColumnType.Real)]
    [InlineData("1;nan;-inf;Infinity", ColumnType.Real)]
    [InlineData("true;False;TRUE", ColumnType.Boolean)]
    [InlineData("2024-02-29;1999-12-31", ColumnType.Date)]
    [InlineData("2024-02-29 10:00;2024-02-29T10:00:00.123456789Z;2024-02-29 10:00:00+02", ColumnType.Timestamp)]
    [InlineData("10:00;23:59:59.5", ColumnType.Timestamp)]
    [InlineData("yes;no", ColumnType.Text)]
    [InlineData("2024-02-30;2024-02-29", ColumnType.Text)]
    [InlineData("1_000;x", ColumnType.Text)]
    [InlineData("0x1F;0x20", ColumnType.Text)]
    [InlineData("1;9007199254740993", ColumnType.Text)]
    [InlineData("1.5;9007199254740993", ColumnType.Real)]
    [InlineData("1;12345678901234567890123", ColumnType.Text)]
    public void The_type_of_csv_fields_is_found_from_all_of_them(string fields, ColumnType expected)
    {
        Table table = folder.ReadCsv("k,x\n" + string.Concat(fields.Split(';').Select(field => $"0,{field}\n")));
        Assert.Equal(expected, table["x"].Type);
    }

    [Fact]
    public void Csv_numbers_are_read_to_the_last_bit()
    {
        var random = new SplitMix64(11);
        double[] values = [.. Enumerable.Range(0, 5000).Select(_ => BitConverter.UInt64BitsToDouble(random.NextUInt64()))
            .Where(double.IsFinite),
            .. Enumerable.Range(0, 5000).Select(_ => Math.Round(random.NextDouble() * 1e6, random.NextInt(8)))];
        Table table =
            folder.ReadCsv("k,x\n" + string.Concat(values.Select(value => $"0,{value.ToString("R", CultureInfo.InvariantCulture)}\n")));
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), table.Numbers("x").Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Csv_dates_and_times_have_the_values_of_typed_ones()
    {
        Table table = folder.ReadCsv("d,t,c\n1970-01-03,1970-01-01T01:00:00.25+01:00,00:01\n");
        Assert.Equal([2], table.Numbers("d"));
        Assert.Equal([0.25], table.Numbers("t"));
        Assert.Equal([60], table.Numbers("c"));
    }

    [Fact]
    public void Listed_and_blank_fields_are_missing_in_columns_of_every_type()
    {
        folder.Write("d.csv", "i,r,t,b,d\n1,0.5,x,true,2024-01-01\n?,?,?,?,?\n-999,NA,NA,NA,NA\n  ,,\"\",,\n");
        Table table = TableReader.Read(folder.Source("d.csv") with { NaValues = ["?", "NA", "-999"] });
        Assert.Equal([ColumnType.Integer, ColumnType.Real, ColumnType.Text, ColumnType.Boolean, ColumnType.Date],
            table.Columns.Select(column => column.Type));
        Assert.All(table.Columns, column => Assert.Equal([false, true, true, true], column.Missing!));
        Assert.Equal(["x"], ((CategoryColumn)table["t"]).Categories);
    }

    [Fact]
    public void A_column_without_any_value_is_text_and_all_missing()
    {
        Table table = folder.ReadCsv("a,b\n1,\n2,\n");
        Assert.Equal(ColumnType.Text, table["b"].Type);
        Assert.Equal(2, table["b"].MissingCount);
        Assert.Empty(((CategoryColumn)table["b"]).Categories);
        folder.Write("d.json", """[{"a": 1, "b": null}]""");
        Assert.Equal(1, folder.Read("d.json")["b"].MissingCount);
    }

    [Fact]
    public void A_text_far_down_a_column_that_began_as_numbers_makes_all_of_it_text()
    {
        string rows = string.Concat(Enumerable.Range(0, 30_000).Select(i => i < 20_000 ? $"{i},007\n" : $"{i},x{i % 3}\n"));
        Table table = folder.ReadCsv("k,code\n" + rows);
        Assert.Equal(["007", "x0", "x1", "x2"], ((CategoryColumn)table["code"]).Categories);
        Assert.Equal("007", table.Texts("code")[19_999]);
        Assert.Equal("x2", table.Texts("code")[20_000]);
    }

    [Fact]
    public void Long_and_foreign_texts_are_told_apart_and_sorted_ordinally()
    {
        string[] texts = ["twelve bytes", "thirteen byte", "thirteen bytf", "Ünïcödé text beyond twelve", "ascii", "Ünï",
            new string('x', 5000), new string('x', 4999) + "y"];
        Table table = folder.ReadCsv("k,x\n" + string.Concat(texts.Concat(texts).Select(text => $"0,{text}\n")));
        Assert.Equal(texts.Concat(texts), table.Texts("x"));
        Assert.Equal(texts.Order(StringComparer.Ordinal), ((CategoryColumn)table["x"]).Categories);
    }
}
