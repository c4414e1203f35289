using Gate.Data;
using Gate.Evaluation.Profiles;
using Gate.Tests.Models;

namespace Gate.Tests.Evaluation.Profiles;

public sealed class ColumnProfileTests
{
    private static NumericColumn Numbers(params double[] values) => (NumericColumn)TestData.Numbers("x", values);

    [Fact]
    public void Ranges_of_a_number_hold_a_tenth_each_and_end_with_a_value()
    {
        ColumnProfile profile = ColumnProfile.Of(Numbers([.. Enumerable.Range(1, 100).Select(i => (double)(101 - i))]));
        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80, 90], profile.Edges!);
        Assert.All(profile.Counts, count => Assert.Equal(10, count));
        Assert.Equal((0L, 100L), (profile.Missing, profile.Rows));
    }

    [Fact]
    public void Few_values_make_few_ranges_and_missing_ones_none()
    {
        ColumnProfile profile = ColumnProfile.Of(Numbers(1, 1, 1, 1, 1, 1, 2, 2, 2, double.NaN));
        Assert.Equal([1], profile.Edges!);
        Assert.Equal([6, 3], profile.Counts);
        Assert.Equal(1, profile.Missing);
        Assert.Empty(ColumnProfile.Of(Numbers(7, 7)).Edges!);
        Assert.Equal([0], ColumnProfile.Of(Numbers(double.NaN)).Counts);
    }

    [Fact]
    public void Other_rows_are_counted_in_the_ranges_of_training()
    {
        ColumnProfile profile = ColumnProfile.Of(Numbers(1, 1, 1, 1, 1, 1, 2, 2, 2, 2));
        Assert.Equal([3, 1, 0], profile.CountsOf(Numbers(-5, 0.5, 1, 1.5, double.NaN)));
    }

    [Fact]
    public void Levels_are_those_that_occur_and_others_stand_last()
    {
        ColumnProfile profile = ColumnProfile.Of(new CategoryColumn("t", [0, 2, 2, -1], ["a", "never", "c"]));
        Assert.Equal((1L, 4L), (profile.Missing, profile.Rows));
        Assert.Equal(["a", "c"], profile.Levels);
        Assert.Equal([1, 2], profile.Counts);
        Assert.Equal([0, 2, 3], profile.CountsOf(new CategoryColumn("t", [0, 0, 1, 2, 2, -1], ["never", "new", "c"])));
    }
}
