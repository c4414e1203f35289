using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Evaluation.Measuring.Frames;

public sealed class WorstGroupTests
{
    private static IReadOnlyList<Measurement> Groups(double confidence, double[] estimates, double error = 1) =>
        [.. estimates.Select(estimate =>
    {
        double half = error * Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        return new Measurement(MetricValue.Of(estimate), new Interval(estimate - half, estimate + half, confidence, "normal"));
    })];

    [Fact]
    public void One_group_keeps_its_own_interval()
    {
        Measurement worst = WorstGroup.Of([1], confidence => Groups(confidence, [9, 2]), 0.95, g => $"{g}");
        Assert.Equal(Groups(0.95, [2])[0].Interval, worst.Interval);
    }

    [Fact]
    public void The_upper_end_is_not_corrected_and_the_lower_one_is()
    {
        Measurement worst = WorstGroup.Of([0, 1, 2], confidence => Groups(confidence, [0, 3, 1]), 0.95, g => $"{g}");
        Assert.Equal(3, worst.Value.Number);
        Assert.Equal(Groups(0.95, [3])[0].Interval!.High, worst.Interval!.High);
        Assert.Equal(Groups(WorstGroup.Sidak(0.95, 3), [3])[0].Interval!.Low, worst.Interval.Low);
        Assert.True(worst.Interval.Low < Groups(0.95, [3])[0].Interval!.Low);
    }

    [Fact]
    public void Sidaks_correction_is_exact_for_independent_groups()
    {
        Assert.Equal(0.95, WorstGroup.Sidak(0.95, 1), 12);
        double tail = (1 - WorstGroup.Sidak(0.95, 4)) / 2;
        Assert.Equal(0.975, Math.Pow(1 - tail, 4), 12);
    }

    /// <summary>Five equal groups: the largest true regression is 0, and the lower end of the largest of five estimates lies above it as
    /// rarely as it should.</summary>
    [Fact]
    public void Equal_groups_are_rarely_called_worse()
    {
        var random = new Random(11);
        int above = 0, below = 0;
        const int runs = 4000;
        for (int run = 0; run < runs; run++)
        {
            double[] estimates = [.. Enumerable.Range(0, 5).Select(_ => Normal.InvCDF(0, 1, random.NextDouble()))];
            Interval interval = WorstGroup.Of([0, 1, 2, 3, 4], confidence => Groups(confidence, estimates), 0.95, g => $"{g}").Interval!;
            if (interval.Low > 0) above++;
            if (interval.High < 0) below++;
        }
        Assert.InRange(above / (double)runs, 0.018, 0.032);
        Assert.InRange(below / (double)runs, 0, 0.025);
    }

    [Fact]
    public void A_group_without_a_value_makes_it_undefined_by_name()
    {
        Measurement worst = WorstGroup.Of([0, 1], _ => [Groups(0.95, [1])[0], new(MetricValue.Missing("no positive rows"), null)], 0.95,
            g => $"group {g}");
        Assert.Equal("undefined for group 1: no positive rows", worst.Value.Undefined);
    }
}
