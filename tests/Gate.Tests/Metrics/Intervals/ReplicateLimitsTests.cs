using Gate.Metrics.Intervals;
using Gate.Metrics.Sampling;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Metrics.Intervals;

public sealed class ReplicateLimitsTests
{
    private static readonly (double, double) everything = (double.NegativeInfinity, double.PositiveInfinity);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Quantiles_are_those_of_the_sorted_values(int count)
    {
        var random = new CounterRandom(2, 0, (ulong)count);
        double[] sorted = [.. Enumerable.Range(0, count).Select(_ => (double)random.NextIndex(20)).Order()]; // many ties
        foreach (double probability in new[] { 0, 0.025, 0.5, 0.975, 1 })
        {
            double at = probability * (count - 1);
            int below = (int)at;
            double expected = sorted[below] + (at - below) * (sorted[Math.Min(below + 1, count - 1)] - sorted[below]);
            Assert.Equal(expected, ReplicateLimits.Quantile(sorted, probability), 12);
        }
    }

    [Fact]
    public void Undefined_replicates_are_left_out_while_they_are_few()
    {
        double[] replicates = [.. Enumerable.Range(0, 100).Select(i => i < 5 ? double.NaN : i)];
        Assert.NotNull(ReplicateLimits.Of(replicates, 50, MeanShape.Unknown, 100, everything, "test"));
        replicates[5] = double.NaN;
        Assert.Null(ReplicateLimits.Of(replicates, 50, MeanShape.Unknown, 100, everything, "test"));
    }

    [Fact]
    public void Limits_reach_out_to_the_estimate_and_stop_at_the_range()
    {
        ReplicateLimits limits = ReplicateLimits.Of([1, 2, 3], 10, MeanShape.Unknown, double.PositiveInfinity, (0, 10), "test")!;
        Assert.Equal(10, limits.At(1.96)!.Value.High);
        Assert.InRange(ReplicateLimits.Of([.. Normals(1000)], 0, MeanShape.Unknown, 30, (-2, 2), "test")!.At(6)!.Value.Low, -2, -2);
    }

    [Fact]
    public void Replicates_that_do_not_spread_say_nothing()
    {
        Assert.Null(ReplicateLimits.Of([3, 3, 3, 3], 3, MeanShape.Unknown, 100, everything, "test"));
        Assert.Null(ReplicateLimits.Of([1, 2, 3, 4], 2, MeanShape.Unknown, 1, everything, "test")); // one row
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3.5)] // beyond what 1,000 replicates resolve
    [InlineData(5)]
    public void Tails_go_on_as_those_of_a_normal_law(double critical)
    {
        (double low, double high) = ReplicateLimits.Of([.. Normals(1000)], 0, MeanShape.Unknown, double.PositiveInfinity, everything,
            "test")!.At(
            critical)!.Value;
        Assert.Equal(-critical, low, 0.02 * critical);
        Assert.Equal(critical, high, 0.02 * critical);
    }

    /// <summary>With the acceleration 0 and no bias the limits are percentiles; with them they are Efron's corrected percentiles.</summary>
    [Fact]
    public void Acceleration_shifts_both_ends_as_efron_has_it()
    {
        double[] replicates = [.. Normals(4001)];
        const double a = 0.1, k = 1.5;
        (double low, double high) = ReplicateLimits.Of(replicates, 0, new MeanShape(a, 0, 0, 4001), double.PositiveInfinity, everything,
            "test")!.At(k)!.Value;
        Assert.Equal(-k / (1 + a * k), low, 2);
        Assert.Equal(k / (1 - a * k), high, 2);
    }

    [Theory]
    [InlineData(1.96, 10)]
    [InlineData(1.96, 49)]
    [InlineData(3, 30)]
    public void Student_is_students_quantile(double z, double freedom) =>
        Assert.Equal(StudentT.InvCDF(0, 1, freedom, Normal.CDF(0, 1, z)), ReplicateLimits.Student(z, freedom), 2);

    /// <summary>Evenly spread quantiles of a normal law.</summary>
    private static IEnumerable<double> Normals(int count) => Enumerable.Range(0, count).Select(i => Limits.OfTail((i + 0.5) / count));
}
