using Gate.Metrics.Intervals;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Metrics.Intervals;

public sealed class MoverTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>R. G. Newcombe, Interval estimation for the difference between independent proportions, Stat. Med. 17 (1998), table II,
    /// method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Published_differences(int a, int m, int b, int n, double low, double high)
    {
        (double least, double most) = Mover.Difference(Operand(a, m), Operand(b, n));
        Assert.Equal(low, least, 4);
        Assert.Equal(high, most, 4);
        // Groups with so few hits or misses have exact limits, which are never narrower.
        (double exactLeast, double exactMost) = new DifferenceLimits(Share(a, m), Share(b, n)).At(z)!.Value;
        Assert.True(exactLeast <= least + 1e-12 && exactMost >= most - 1e-12);
    }

    /// <summary>The limits of a ratio are those r at which the limits of a − r b reach 0, found here by search instead of by
    /// formula.</summary>
    [Theory]
    [InlineData(12, 40, 25, 50, 0)]
    [InlineData(3, 30, 29, 30, 0)]
    [InlineData(1, 20, 1, 400, 0)]
    [InlineData(30, 40, 28, 40, 0.6)]
    public void Ratio_is_where_the_difference_reaches_zero(int a, int m, int b, int n, double correlation)
    {
        Mover.Operand one = Operand(a, m), other = Operand(b, n);
        (double low, double high) = Mover.Ratio(one, other, correlation);
        Assert.Equal(0, Scaled(low).Low, 9);
        Assert.Equal(0, Scaled(high).High, 9);

        (double Low, double High) Scaled(double r) =>
            Mover.Difference(one, new(r * other.Value, r * other.Low, r * other.High), correlation);
    }

    [Fact]
    public void Ratio_to_nothing_is_unbounded_and_of_nothing_starts_at_zero()
    {
        Assert.Equal(double.PositiveInfinity, Mover.Ratio(Operand(5, 10), Operand(0, 10)).High);
        Assert.True(Mover.Ratio(Operand(5, 10), Operand(0, 10)).Low > 0.5);
        Assert.Equal(0, Mover.Ratio(Operand(0, 10), Operand(5, 10)).Low);
        Assert.InRange(Mover.Ratio(Operand(0, 10), Operand(5, 10)).High, 0.1, 1);
        Assert.Equal((0, double.PositiveInfinity), Mover.Ratio(Operand(0, 10), Operand(0, 10)));
    }

    /// <summary>Exact coverage, by adding up the probabilities of all outcomes, at 196 pairs of rates from 0.05 to 0.95.</summary>
    [Theory]
    [InlineData(50, 50, 0.945, 0.955, 0.925)]
    [InlineData(20, 100, 0.945, 0.955, 0.93)]
    [InlineData(300, 300, 0.947, 0.953, 0.94)]
    public void Coverage_of_differences_and_ratios_is_nominal(int m, int n, double low, double high, double least)
    {
        double[] rates = [.. Enumerable.Range(0, 14).Select(i => 0.05 + (i + 0.37) * 0.9 / 14)];
        (double Low, double High)[,] differences = new (double, double)[m + 1, n + 1], ratios = new (double, double)[m + 1, n + 1];
        for (int a = 0; a <= m; a++)
        {
            for (int b = 0; b <= n; b++)
            {
                differences[a, b] = Mover.Difference(Operand(a, m), Operand(b, n));
                ratios[a, b] = Mover.Ratio(Operand(a, m), Operand(b, n));
            }
        }
        var coverages = new List<(double Difference, double Ratio)>();
        foreach (double p in rates)
        {
            double[] ofA = [.. Enumerable.Range(0, m + 1).Select(a => Binomial.PMF(p, m, a))];
            foreach (double q in rates)
            {
                double[] ofB = [.. Enumerable.Range(0, n + 1).Select(b => Binomial.PMF(q, n, b))];
                double difference = 0, ratio = 0;
                for (int a = 0; a <= m; a++)
                {
                    for (int b = 0; b <= n; b++)
                    {
                        if (differences[a, b].Low <= p - q && p - q <= differences[a, b].High) difference += ofA[a] * ofB[b];
                        if (ratios[a, b].Low <= p / q && p / q <= ratios[a, b].High) ratio += ofA[a] * ofB[b];
                    }
                }
                coverages.Add((difference, ratio));
            }
        }
        Assert.InRange(coverages.Average(coverage => coverage.Difference), low, high);
        Assert.InRange(coverages.Average(coverage => coverage.Ratio), low, high);
        Assert.InRange(coverages.Min(coverage => coverage.Difference), least, 1);
        Assert.InRange(coverages.Min(coverage => coverage.Ratio), least, 1);
        Coverage.Note($"newcombe difference, groups of {m} and {n}", coverages.Average(coverage => coverage.Difference),
            coverages.Min(coverage => coverage.Difference));
        Coverage.Note($"mover ratio, groups of {m} and {n}", coverages.Average(coverage => coverage.Ratio),
            coverages.Min(coverage => coverage.Ratio));
    }

    private static ShareLimits Share(int hits, int trials) => new((double)hits / trials, trials);

    private static Mover.Operand Operand(int hits, int trials)
    {
        (double low, double high) = Wilson.At((double)hits / trials, trials, z);
        return new((double)hits / trials, low, high);
    }
}
