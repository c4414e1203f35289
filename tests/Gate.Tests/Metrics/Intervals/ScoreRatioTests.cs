using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Tests.Metrics.Golden;
using MathNet.Numerics.Distributions;

namespace Gate.Tests.Metrics.Intervals;

public sealed class ScoreRatioTests
{
    private static readonly double z = Limits.Critical(0.95);

    /// <summary>P. A. R. Koopman, Biometrics 40 (1984), p. 513: 36 of 40 and 16 of 80. His score lacks Miettinen and Nurminen's factor N /
    /// (N − 1).</summary>
    [Fact]
    public void Published_example_without_the_factor()
    {
        double own = z * Math.Sqrt(119 / 120.0);
        (double low, double high) = ScoreRatio.Limits(Rate(36, 40), Rate(16, 80), own);
        Assert.Equal(2.940, low, 3);
        Assert.Equal(7.152, high, 3);
    }

    /// <summary>M. W. Fagerland, S. Lydersen and P. Laake, Stat. Methods Med. Res. 24 (2015), table of the ratio of 7 of 34 and 1 of
    /// 34.</summary>
    [Fact]
    public void Published_example()
    {
        (double low, double high) = ScoreRatio.Limits(Rate(7, 34), Rate(1, 34), z);
        Assert.Equal(1.21, low, 2);
        Assert.Equal(43, high, 0);
    }

    /// <summary>A limit is where the chi-squared statistic, under the likeliest rates with that ratio, reaches its critical value: the
    /// rates found here by search.</summary>
    [Theory]
    [InlineData(12, 40, 25, 50)]
    [InlineData(1, 20, 1, 400)]
    [InlineData(30, 30, 28, 30)]
    [InlineData(30, 30, 30, 30)]
    public void Limits_are_where_the_score_is_critical(int a, int m, int b, int n)
    {
        (double low, double high) = ScoreRatio.Limits(Rate(a, m), Rate(b, n), z);
        Assert.Equal(z * z, ChiSquared(low), 4);
        Assert.Equal(z * z, ChiSquared(high), 4);

        double ChiSquared(double ratio)
        {
            double from = 0, to = Math.Min(1, 1 / ratio);
            for (int i = 0; i < 200; i++)
            {
                double left = from + (to - from) / 3, right = to - (to - from) / 3;
                if (Likelihood(left) < Likelihood(right)) from = left;
                else to = right;
            }
            double q = (from + to) / 2, p = ratio * q;
            double variance = (p * (1 - p) / m + ratio * ratio * q * (1 - q) / n) * (m + n) / (m + n - 1);
            return Math.Pow((double)a / m - ratio * b / n, 2) / variance;

            double Likelihood(double rate) => Term(a, ratio * rate) + Term(m - a, 1 - ratio * rate) + Term(b, rate) + Term(n - b, 1 - rate);
        }

        static double Term(int count, double rate) => count == 0 ? 0 : count * Math.Log(Math.Max(rate, 1e-300));
    }

    [Fact]
    public void Without_hits_on_one_side_the_other_end_is_a_number()
    {
        Assert.Equal(0, ScoreRatio.Limits(Rate(0, 100), Rate(50, 100), z).Low);
        Assert.InRange(ScoreRatio.Limits(Rate(0, 100), Rate(50, 100), z).High, 0.05, 0.1);
        Assert.InRange(ScoreRatio.Limits(Rate(10, 10), Rate(0, 20), z).Low, 5, 7);
        Assert.Equal(double.PositiveInfinity, ScoreRatio.Limits(Rate(10, 10), Rate(0, 20), z).High);
        Assert.Equal((0, double.PositiveInfinity), ScoreRatio.Limits(Rate(0, 10), Rate(0, 10), z));
        Assert.Equal((0.5, 0.5), ScoreRatio.Limits(Rate(2, 10), Rate(4, 10), 0));
    }

    /// <summary>A group of which nobody is selected is decided: the ratio is 0, and surely below four fifths.</summary>
    [Theory]
    [InlineData("demographic_parity_ratio", null)]
    [InlineData("demographic_parity_ratio", "b")]
    [InlineData("disparate_impact", "b")]
    [InlineData("disparate_impact", null)]
    public void A_group_without_hits_has_an_interval_of_the_ratio(string name, string? reference)
    {
        int[] predictions = [.. Enumerable.Range(0, 80).Select(i => i >= 40 ? i % 2 : 0)];
        Grouping grouping = Samples.By([.. Enumerable.Range(0, 80).Select(i => i < 40 ? "a" : "b")]);
        Comparison comparison = DisparityCatalogue.Find(name)!.Comparison;
        if (reference is not null)
            comparison = comparison with { Method = CompareMethod.ToReference, Reference = new(ReferenceKind.Named, [reference]) };
        MetricFrame frame = MetricFrame.Gather(Samples.Binary(predictions, predictions), grouping, new FrameOptions());
        if (name == "disparate_impact" && reference is null)
        {
            // The other group's rest has no hits, so that its ratio is undefined.
            Assert.False(frame.Compare(comparison, [true, true]).Worst.Value.IsDefined);
            return;
        }
        Measurement ratio = frame.Compare(comparison, [true, true]).Worst;
        Assert.Equal(0, ratio.Value.Number);
        Assert.Equal("mover", ratio.Interval!.Method);
        Assert.Equal(0, ratio.Interval.Low);
        Assert.InRange(ratio.Interval.High, 0.1, 0.25);
    }

    /// <summary>Exact coverage, by adding up the probabilities of all outcomes: at 196 pairs of rates from 0.05 to 0.95, and at 25 pairs
    /// from 0.01 to 0.08.</summary>
    [Theory]
    [InlineData(50, 50, 0.955, 0.925)]
    [InlineData(20, 100, 0.955, 0.92)]
    [InlineData(300, 300, 0.953, 0.945)]
    public void Coverage_is_nominal(int m, int n, double high, double least)
    {
        double[] rates = [.. Enumerable.Range(0, 14).Select(i => 0.05 + (i + 0.37) * 0.9 / 14)];
        List<double> common = Coverages(m, n, rates), rare = Coverages(m, n, [0.01, 0.02, 0.03, 0.05, 0.08]);
        Assert.InRange(common.Average(), 0.947, high);
        Assert.InRange(common.Min(), least, 1);
        Assert.InRange(rare.Average(), 0.947, 0.98);
        Assert.InRange(rare.Min(), 0.915, 1);
        Coverage.Note($"miettinen_nurminen ratio, groups of {m} and {n}", common.Average(), common.Min());
        Coverage.Note($"miettinen_nurminen ratio of rare hits, groups of {m} and {n}", rare.Average(), rare.Min());
    }

    private static List<double> Coverages(int m, int n, double[] rates)
    {
        var limits = new (double Low, double High)[m + 1, n + 1];
        for (int a = 0; a <= m; a++)
            for (int b = 0; b <= n; b++) limits[a, b] = ScoreRatio.Limits(Rate(a, m), Rate(b, n), z);
        var coverages = new List<double>();
        foreach (double p in rates)
        {
            double[] ofA = [.. Enumerable.Range(0, m + 1).Select(a => Binomial.PMF(p, m, a))];
            foreach (double q in rates)
            {
                double[] ofB = [.. Enumerable.Range(0, n + 1).Select(b => Binomial.PMF(q, n, b))];
                double covered = 0;
                for (int a = 0; a <= m; a++)
                    for (int b = 0; b <= n; b++)
                        if (limits[a, b].Low <= p / q && p / q <= limits[a, b].High) covered += ofA[a] * ofB[b];
                coverages.Add(covered);
            }
        }
        return coverages;
    }

    private static ScoreRatio.Rate Rate(int hits, int trials) => new((double)hits / trials, trials);
}
