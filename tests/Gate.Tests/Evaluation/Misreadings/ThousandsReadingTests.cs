using System.Globalization;
using Gate.Data;

namespace Gate.Tests.Evaluation.Misreadings;

/// <summary>Points between thousands that are read as decimal points: told, and an error where the label is so.</summary>
public sealed class ThousandsReadingTests
{
    private static TestRun Run(Func<int, string> value, string more = "") => new($$"""
        version: 1
        task: regression
        data: { source: d.csv, label: y, split: { test: 0.3 } {{more}} }
        model: { train: { algorithm: linear_regression } }
        explain: false
        conditions: [{ metric: r2, max: 1, vacuous: allowed }]
        """, ("d.csv", "c;x;y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"{value(i)};{i * 37 % 100 / 4.0};{i * 7 % 50}\n")))));

    /// <summary>Whole numbers from 900 on, with a point between thousands.</summary>
    private static string Thousands(int i) => (900 + (i * 37 % 100 * 9)).ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string[] Told(TestRun run)
    {
        using (run) return [.. run.Execute().Notes.Where(note => note.Contains("between thousands", StringComparison.Ordinal))];
    }

    [Fact]
    public void A_feature_is_told()
    {
        Assert.Equal(["'c': 88 values have a point and three digits (such as '1.233') and 12 are whole numbers below 1,000, and there are "
            + "no others: the points probably stand between thousands, and were read as decimal points. Then read it by data.source with "
            + "sql: SELECT * REPLACE (CAST(replace(\"c\", '.', '') AS DOUBLE) AS \"c\") FROM read_csv('d.csv', types = {'c': 'VARCHAR'}); "
            + "if they are decimal points, with sql: SELECT * FROM read_csv('d.csv')"], Told(Run(Thousands)));
        Assert.Empty(Told(Run(Thousands, ", features: { exclude: [c] }")));
    }

    [Theory]
    [InlineData("0.125")]
    [InlineData("1.25")]
    [InlineData("1.2345")]
    [InlineData("1000")]
    [InlineData("1.2e3")]
    [InlineData("1234.567")]
    public void One_value_of_another_form_and_the_point_is_a_decimal_one(string other) =>
        Assert.Empty(Told(Run(i => i == 50 ? other : Thousands(i))));

    [Fact]
    public void Zeros_and_missing_values_say_nothing()
    {
        Assert.Single(Told(Run(i => i == 50 ? "0" : Thousands(i))));
        Assert.Single(Told(Run(i => i == 50 ? "" : Thousands(i))));
        Assert.Empty(Told(Run(i => i % 2 == 0 ? "0" : "1.233")));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public void Ten_values_have_a_point(int pointed, int told) =>
        Assert.Equal(told, Told(Run(i => i < pointed ? $"1.{233 + i}" : $"{i}")).Length);

    [Fact]
    public void Numbers_of_three_decimals_alone_are_what_they_are() =>
        Assert.Empty(Told(Run(i => $"{i + 1}.{i % 10}{i % 7}{i % 9}")));

    private static TestRun Labelled(Func<int, string> label) => new("""
        version: 1
        task: regression
        data: { source: d.csv, label: y }
        model: { predictions: { prediction: p } }
        explain: false
        conditions: [{ metric: mean_absolute_error, min: 0, vacuous: allowed }]
        """, ("d.csv", "p;y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i}.5;{label(i)}\n"))));

    [Fact]
    public void A_label_that_is_so_is_an_error()
    {
        using TestRun run = Labelled(Thousands);
        Assert.StartsWith("'y': 88 values have a point and three digits", Assert.Throws<DataException>(() => run.Execute()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(19, 80, "7")]
    [InlineData(20, 2, "7")]
    [InlineData(20, 80, "1")]
    public void Where_it_is_less_certain_it_is_told(int pointed, int plain, string whole) => Assert.Single(Told(Labelled(i =>
        i < pointed ? $"1.{233 + i}" : i < pointed + plain ? whole : "0")));

    [Fact]
    public void Twenty_and_three_that_are_larger_are_enough()
    {
        using TestRun run = Labelled(i => i < 20 ? $"1.{233 + i}" : i < 23 ? "7" : "0");
        Assert.Throws<DataException>(() => run.Execute());
    }
}
