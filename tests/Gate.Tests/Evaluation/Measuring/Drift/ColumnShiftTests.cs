using Gate.Data;
using Gate.Data.Randomness;
using Gate.Evaluation.Measuring.Drift;
using Gate.Evaluation.Profiles;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Measuring.Drift;

public sealed class ColumnShiftTests
{
    private static ColumnProfile Levels(string[] levels, long[] counts, long missing = 0) => new("t", null, levels, counts, missing);

    private static CategoryColumn Texts(params (string? Text, int Count)[] groups) =>
        CategoryColumn.Of("t", [.. groups.SelectMany(group => Enumerable.Repeat(group.Text, group.Count))]);

    /// <summary>Shares of a, b, new, missing: 0.5, 0.3, 0, 0.2 then and 0.4, 0.2, 0.3, 0.1 now.</summary>
    [Fact]
    public void The_distance_is_half_the_sum_of_what_shares_differ_by()
    {
        var shift = new ColumnShift(Levels(["a", "b"], [50, 30], 20), Texts(("a", 8), ("b", 4), ("c", 6), (null, 2)));
        Assert.Equal(0.3, shift.Distance(0.95).Value.Number, 1e-12);
        Assert.Equal((0.1, 0.2, 6L), (shift.Missing.Now, shift.Missing.Before, shift.NewLevels));
    }

    [Fact]
    public void The_stability_index_gives_each_cell_half_a_row_more()
    {
        var shift = new ColumnShift(Levels(["a", "b"], [50, 30], 20), Texts(("a", 8), ("b", 4), ("c", 6), (null, 2)));
        double expected = new (double Now, double Then)[] { (8.5, 50.5), (4.5, 30.5), (6.5, 0.5), (2.5, 20.5) }
            .Sum(cell => ((cell.Now / 22) - (cell.Then / 102)) * Math.Log(cell.Now / 22 / (cell.Then / 102)));
        Assert.Equal(expected, shift.StabilityIndex(), 1e-12);
    }

    /// <summary>Four cells: ln((2^4 - 2) / (0.05 / 2)), of 20 rows and of 100.</summary>
    [Fact]
    public void The_interval_is_what_both_samples_can_be_off()
    {
        Interval interval = new ColumnShift(Levels(["a", "b"], [500_000, 300_000], 200_000),
            Texts(("a", 8_000), ("b", 4_000), ("c", 6_000), (null, 2_000))).Distance(0.95).Interval!;
        double off = (Math.Sqrt(2 * Math.Log(14 / 0.025) / 20_000) + Math.Sqrt(2 * Math.Log(14 / 0.025) / 1_000_000)) / 2;
        Assert.Equal(0.3 - off, interval.Low, 1e-12);
        Assert.Equal(0.3 + off, interval.High, 1e-12);
        Interval wide = new ColumnShift(Levels(["a"], [10]), Texts(("a", 10))).Distance(0.95).Interval!;
        Assert.Equal((0, 1), (wide.Low, wide.High));
    }

    /// <summary>The 20 most frequent levels are told apart, all others are one: 25 levels of which the last five swap.</summary>
    [Fact]
    public void Rare_levels_are_one_cell()
    {
        string[] levels = [.. Enumerable.Range(0, 25).Select(i => $"l{i:00}")];
        long[] then = [.. Enumerable.Range(0, 25).Select(i => i < 20 ? 10L : i == 20 ? 8 : 0)];
        var rare = new ColumnShift(Levels(levels, then), Texts([.. levels.Take(20).Select(level => ((string?)level, 10)), ("l24", 8)]));
        Assert.Equal(0, rare.Distance(0.95).Value.Number, 1e-12);
        var frequent = new ColumnShift(Levels(levels, then), Texts([.. levels.Skip(1).Take(19).Select(level => ((string?)level, 10)),
            ("l20", 18)]));
        Assert.Equal(10.0 / 208, frequent.Distance(0.95).Value.Number, 1e-12);
    }

    /// <summary>Rows of one distribution and of another, of which the true distance is known: the interval misses it in far less than one
    /// of twenty.</summary>
    [Theory]
    [InlineData(0.5, 0.5, 300, 300)]
    [InlineData(0.5, 0.7, 2_000, 400)]
    [InlineData(0.1, 0.02, 1_000, 200)]
    public void The_interval_holds(double then, double now, int trained, int rows)
    {
        var random = new SplitMix64(12);
        int Draw(double share, int count) => Enumerable.Range(0, count).Count(_ => random.NextDouble() < share);
        int missed = Enumerable.Range(0, 400).Count(_ =>
        {
            (int before, int after) = (Draw(then, trained), Draw(now, rows));
            Interval interval = new ColumnShift(Levels(["a", "b"], [before, trained - before]), Texts(("a", after), ("b", rows - after)))
                .Distance(0.95).Interval!;
            return Math.Abs(then - now) < interval.Low || Math.Abs(then - now) > interval.High;
        });
        Assert.InRange(missed, 0, 8);
    }
}
