using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

public sealed class BootstrapCoverageTests
{
    /// <summary>Count-based metrics that are no rates, at their true values of the same four shares.</summary>
    [Theory]
    [InlineData("f1", 50, 2000, 0.94, 0.995)]
    [InlineData("balanced_accuracy", 50, 2000, 0.94, 0.995)]
    [InlineData("matthews_corrcoef", 50, 2000, 0.94, 0.995)]
    [InlineData("f1", 1000, 2000, 0.94, 0.975)]
    [InlineData("balanced_accuracy", 1000, 2000, 0.94, 0.975)]
    [InlineData("matthews_corrcoef", 1000, 2000, 0.94, 0.975)]
    public void Count_based_metrics(string name, int rows, int runs, double low, double high)
    {
        long[] shares = [45, 10, 10, 35]; // true negatives, false positives, false negatives, true positives of 100
        Metric metric = Samples.Metric(name);
        double truth = Measure(shares, 0).Value.Number;
        Assert.InRange(Coverage.Of($"{name}, {rows} rows", runs, truth, run =>
        {
            var random = new CounterRandom(61, (ulong)rows, run);
            var drawn = new long[4];
            for (int i = 0; i < rows; i++) drawn[At(random.NextDouble())]++;
            return Measure(drawn, run).Interval is { } interval ? (interval.Low, interval.High) : null;
        }), low, high);

        static int At(double u) => u < 0.45 ? 0 : u < 0.55 ? 1 : u < 0.65 ? 2 : 3;

        Measurement Measure(long[] cells, ulong seed)
        {
            int[] labels = [.. cells.SelectMany((count, c) => Enumerable.Repeat(c / 2, (int)count))],
                predictions = [.. cells.SelectMany((count, c) => Enumerable.Repeat(c % 2, (int)count))];
            return MetricFrame.Gather(Samples.Binary(labels, predictions), Samples.Everyone(labels.Length),
                new FrameOptions(Seed: seed, Replicates: 1000, Threads: 1)).Measure(metric);
        }
    }

    /// <summary>Means of rows: even errors, and squared errors, whose law is skewed (χ² of one degree, with the mean 1).</summary>
    [Theory]
    [InlineData("mae", 50, 1500, 0.93, 0.97)]
    [InlineData("mse", 50, 1500, 0.9, 0.995)]
    [InlineData("rmse", 50, 1500, 0.9, 0.995)]
    [InlineData("mae", 1000, 1000, 0.94, 0.96)]
    [InlineData("mse", 1000, 1000, 0.94, 0.98)]
    [InlineData("rmse", 1000, 1000, 0.94, 0.98)]
    public void Means(string name, int rows, int runs, double low, double high)
    {
        Metric metric = Samples.Metric(name);
        Assert.InRange(Coverage.Of($"{name}, {rows} rows", runs, name == "mae" ? Math.Sqrt(2 / Math.PI) : 1, run =>
        {
            var random = new CounterRandom(67, (ulong)rows, run);
            double[] errors = [.. Enumerable.Range(0, rows).Select(_ => Coverage.Normal(ref random))];
            Interval? interval = MetricFrame.Gather(Samples.Regression(new double[rows], errors), Samples.Everyone(rows),
                new FrameOptions(Seed: run, Replicates: rows > 500 ? 400 : 1000, Threads: 1)).Measure(metric).Interval;
            return interval is null ? null : (interval.Low, interval.High);
        }), low, high);
    }

    /// <summary>A change against a baseline on the same rows, of a metric with no interval of its own.</summary>
    [Theory]
    [InlineData("f1", 50, 1500, 0.95, 1)]
    [InlineData("f1", 1000, 1500, 0.94, 0.975)]
    public void Paired_differences(string name, int rows, int runs, double low, double high)
    {
        Metric metric = Samples.Metric(name);
        Assert.InRange(Coverage.Of($"paired {name}, {rows} rows", runs, 0, run =>
        {
            var random = new CounterRandom(71, (ulong)rows, run);
            int[] labels = new int[rows], one = new int[rows], other = new int[rows];
            for (int i = 0; i < rows; i++)
            {
                labels[i] = random.NextDouble() < 0.45 ? 1 : 0;
                int common = random.NextDouble() < 0.15 ? 1 - labels[i] : labels[i];
                one[i] = random.NextDouble() < 0.1 ? 1 - common : common;
                other[i] = random.NextDouble() < 0.1 ? 1 - common : common;
            }
            Sample sample = Samples.Binary(labels, one);
            Interval? interval = MetricFrame.Gather(sample, Samples.Everyone(rows), new FrameOptions(Seed: run, Threads: 1),
                sample.WithPredictions(other)).Regression(metric).Interval;
            return interval is null ? null : (interval.Low, interval.High);
        }), low, high);
    }
}
