using Gate.Evaluation.Measuring.Attributions;
using Gate.Explain;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Measuring.Attributions;

public sealed class ColumnAttributionsTests
{
    private static ColumnAttributions Of(int columns, params double[] values) => new(new ShapValues("m", ExplainedOutput.Raw,
        [.. Enumerable.Range(0, columns).Select(i => $"x{i}")], ["y"], values.Length / columns, [0], values));

    [Fact]
    public void The_share_is_that_of_the_sizes_whatever_the_signs()
    {
        Measurement share = Of(3, 1, -2, 1, -3, 2, -3).Share([0], 0.95);
        Assert.Equal(4.0 / 12, share.Value.Number, 1e-15);
        Assert.Equal(8.0 / 12, Of(3, 1, -2, 1, -3, 2, -3).Share([0, 1], 0.95).Value.Number, 1e-15);
        Assert.Equal("delta", share.Interval!.Method);
    }

    /// <summary>Where every row has the same share there is nothing to be unsure of; where rows differ the interval is that of the
    /// linearised ratio.</summary>
    [Fact]
    public void Its_interval_is_as_wide_as_rows_differ()
    {
        Measurement even = Of(2, 1, 3, 2, 6, 0.5, 1.5).Share([0], 0.95);
        Assert.Equal((0.25, 0.25, 0.25), (even.Value.Number, even.Interval!.Low, even.Interval.High));
        // Shares of rows 1/4 and 3/4 of the same size: rests ±1, so 1.96 × sqrt(2 × 2 / 1) / 8 at each side.
        Measurement odd = Of(2, 1, 3, 3, 1).Share([0], 0.95);
        Assert.Equal(0.5 - 1.959963984540054 * 2 / 8, odd.Interval!.Low, 1e-12);
        Assert.Equal(0.5 + 1.959963984540054 * 2 / 8, odd.Interval.High, 1e-12);
        Measurement wide = Of(2, 1, 0, 0, 1).Share([0], 0.99999);
        Assert.Equal((0, 1), (wide.Interval!.Low, wide.Interval.High));
        Assert.Null(Of(2, 1, 3).Share([0], 0.95).Interval);
    }

    [Fact]
    public void Of_a_model_that_says_the_same_of_all_rows_there_is_no_share() =>
        Assert.Contains("no column changes", Of(2, 0, 0, 0, 0).Share([0], 0.95).Value.Undefined, StringComparison.Ordinal);

    [Fact]
    public void The_rank_is_the_best_place_of_the_columns_with_the_places_that_are_not_ruled_out()
    {
        // x0 is surely largest, x1 and x2 change places from row to row, x3 is surely smallest.
        ColumnAttributions found = Of(4, 9, 2, 2.1, 0.1, 9.2, 2.2, 2, 0.2, 9.1, -1.9, 2, 0.1, 9, 2, -1.95, 0.15);
        (double, double, double) Rank(params int[] columns)
        {
            Measurement rank = found.Rank(columns, 0.95);
            return (rank.Value.Number, rank.Interval!.Low, rank.Interval.High);
        }
        Assert.Equal((1, 1, 1), Rank(0));
        Assert.Equal((2, 2, 3), Rank(1));
        Assert.Equal((3, 2, 3), Rank(2));
        Assert.Equal((4, 4, 4), Rank(3));
        Assert.Equal((3, 2, 3), Rank(3, 2));
        Assert.Equal((1, 1, 1), Rank(3, 0));
    }

    /// <summary>Two rows are the fewest of which an error can be told.</summary>
    [Fact]
    public void Of_one_row_there_is_a_rank_and_no_interval()
    {
        Assert.Equal((2, null), (Of(2, 1, 3).Rank([0], 0.95).Value.Number, Of(2, 1, 3).Rank([0], 0.95).Interval));
        Interval two = Of(2, 1, 3, 1, 3).Rank([0], 0.95).Interval!;
        Assert.Equal((2, 2), (two.Low, two.High));
        Assert.NotNull(Of(2, 1, 3, 2, 5).Share([0], 0.95).Interval);
    }

    /// <summary>In repeated samples the share of the population lies in the interval about as often as it says.</summary>
    [Fact]
    public void The_interval_of_the_share_holds_the_truth_as_often_as_it_says()
    {
        var random = new Random(1);
        int held = 0;
        const int Runs = 600, Rows = 120;
        for (int run = 0; run < Runs; run++)
        {
            var values = new double[Rows * 2];
            // Exponential sizes with means 1 and 3: the truth is a quarter.
            for (int i = 0; i < values.Length; i++) values[i] = -Math.Log(1 - random.NextDouble()) * (i % 2 == 0 ? 1 : 3);
            Interval interval = Of(2, values).Share([0], 0.95).Interval!;
            if (interval.Low <= 0.25 && interval.High >= 0.25) held++;
        }
        Assert.InRange(held, (int)(0.92 * Runs), Runs - 6);
    }
}
