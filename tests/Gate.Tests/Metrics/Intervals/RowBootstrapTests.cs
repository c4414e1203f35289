using Gate.Metrics;
using Gate.Metrics.Intervals;
using Gate.Metrics.Kinds;
using Gate.Metrics.Sampling;
using Gate.Metrics.Statistics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

public sealed class RowBootstrapTests
{
    /// <summary>Equal rows merged or not, the interval of an AUC has the width that DeLong's variance gives it.</summary>
    [Theory]
    [InlineData(0)] // all scores differ
    [InlineData(8)] // eight distinct scores, so rows merge into patterns
    public void Width_of_an_auc_interval_is_that_of_its_variance(int levels)
    {
        const int rows = 1200;
        Sample sample = ScoredRows(rows, levels);
        var statistics = new FrameStatistics(sample, null, Samples.Everyone(rows), new FrameOptions(Replicates: 2000), default);
        Metric auc = Samples.Metric("roc_auc");
        double[] replicates = statistics.Replicates(auc, Side.Candidate, statistics.Overall)!;
        (double low, double high) = ReplicateLimits.Of(replicates, statistics.Values(auc, Side.Candidate, statistics.Overall)[0].Number,
            MeanShape.Unknown,
            double.PositiveInfinity, (0, 1), "test")!.At(1.96)!.Value;
        Assert.InRange((high - low) / (2 * 1.96 * DeLongError(sample)), 0.9, 1.1);
        Interval analytic = MetricFrame.Gather(sample, Samples.Everyone(rows), new FrameOptions()).Measure(auc).Interval!;
        Assert.Equal("delong", analytic.Method);
        Assert.InRange((analytic.High - analytic.Low) / (2 * 1.96 * DeLongError(sample)), 0.99, 1.01);
    }

    [Fact]
    public void Coverage_of_a_mean_is_nominal()
    {
        const int runs = 600, rows = 150;
        int covered = 0;
        for (int run = 0; run < runs; run++)
        {
            var random = new CounterRandom(7, 0, (ulong)run);
            double[] estimates = [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())];
            MetricFrame frame = MetricFrame.Gather(Samples.Regression(new double[rows], estimates), Samples.Everyone(rows),
                new FrameOptions(Replicates: 300, Seed: (ulong)run, Threads: 1));
            Interval interval = frame.Measure(Samples.Metric("mae")).Interval!;
            if (interval.Low <= 0.5 && 0.5 <= interval.High) covered++;
        }
        Assert.InRange((double)covered / runs, 0.92, 0.975);
    }

    internal static Sample ScoredRows(int rows, int levels)
    {
        var random = new CounterRandom(31, 0, (ulong)levels);
        var labels = new int[rows];
        var scores = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = random.NextDouble() < 0.35 ? 1 : 0;
            double score = 0.3 * labels[i] + 0.7 * random.NextDouble();
            scores[i] = levels == 0 ? score : Math.Floor(score * levels) / levels;
        }
        return Samples.Binary(labels, Array.ConvertAll(scores, score => score >= 0.5 ? 1 : 0), scores);
    }

    private static double DeLongError(Sample sample)
    {
        double[] positives = [.. sample.Scores!.Where((_, i) => sample.Labels![i] == 1)],
            negatives = [.. sample.Scores!.Where((_, i) => sample.Labels![i] == 0)];
        static double Win(double positive, double negative) => positive > negative ? 1 : positive == negative ? 0.5 : 0;
        double[] ofPositives = [.. positives.Select(p => negatives.Average(n => Win(p, n)))],
            ofNegatives = [.. negatives.Select(n => positives.Average(p => Win(p, n)))];
        static double Variance(double[] values) => values.Sum(v => Math.Pow(v - values.Average(), 2)) / (values.Length - 1) / values.Length;
        return Math.Sqrt(Variance(ofPositives) + Variance(ofNegatives));
    }
}
