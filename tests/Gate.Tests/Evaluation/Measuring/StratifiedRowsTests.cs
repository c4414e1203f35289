using Gate.Evaluation.Measuring;

namespace Gate.Tests.Evaluation.Measuring;

public sealed class StratifiedRowsTests
{
    private static readonly double[] Labels = [.. Enumerable.Range(0, 1000).Select(i => i % 10 == 0 ? 1.0 : 0)];

    [Theory]
    [InlineData(100)]
    [InlineData(37)]
    public void Each_class_has_its_share_up_to_a_row(int limit)
    {
        int[] rows = StratifiedRows.Of(Labels, limit, 3)!;
        Assert.Equal((limit, limit), (rows.Length, rows.Distinct().Count()));
        Assert.Equal(rows.Order(), rows);
        Assert.InRange(rows.Count(row => Labels[row] == 1), (int)(limit / 10.0), (int)Math.Ceiling(limit / 10.0));
    }

    [Fact]
    public void Another_seed_draws_other_rows_and_all_rows_are_not_drawn()
    {
        Assert.Equal(StratifiedRows.Of(Labels, 50, 3), StratifiedRows.Of(Labels, 50, 3));
        Assert.NotEqual(StratifiedRows.Of(Labels, 50, 3), StratifiedRows.Of(Labels, 50, 4));
        Assert.Null(StratifiedRows.Of(Labels, 1000, 3));
    }

    /// <summary>Of numbers every so-many-th in their order: one from each tenth.</summary>
    [Fact]
    public void Of_a_number_the_spread_is_kept()
    {
        double[] numbers = [.. Enumerable.Range(0, 1000).Select(i => (double)(i * 7919 % 1000))];
        Assert.Equal(Enumerable.Range(0, 10), StratifiedRows.Of(numbers, 10, 1)!.Select(row => (int)numbers[row] / 100).Order());
    }
}
