using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

public sealed class CellBootstrapTests
{
    /// <summary>The interval of a difference of selection rates between two groups of 300 covers the truth as often as it says.</summary>
    [Fact]
    public void Coverage_of_a_difference_is_nominal()
    {
        const int runs = 1500, rows = 300;
        Grouping grouping = Samples.By([.. Enumerable.Range(0, 2 * rows).Select(i => i < rows ? "a" : "b")]);
        Comparison comparison = Samples.Comparison("selection_rate", CompareKind.Difference);
        int covered = 0;
        for (int run = 0; run < runs; run++)
        {
            var random = new CounterRandom(99, 0, (ulong)run);
            var predictions = new int[2 * rows];
            for (int i = 0; i < predictions.Length; i++) predictions[i] = random.NextDouble() < (i < rows ? 0.5 : 0.3) ? 1 : 0;
            MetricFrame frame = MetricFrame.Gather(Samples.Binary(new int[2 * rows], predictions), grouping,
                new FrameOptions(Replicates: 300, Seed: (ulong)run, Threads: 1));
            Interval interval = frame.Compare(comparison, [true, true]).Worst.Interval!;
            Assert.Equal("newcombe", interval.Method);
            if (interval.Low <= 0.2 && 0.2 <= interval.High) covered++;
        }
        Assert.InRange((double)covered / runs, 0.93, 0.965);
    }

    /// <summary>Resampling cells gives the spread of resampling weighted rows.</summary>
    [Fact]
    public void Weighted_cells_spread_like_rows()
    {
        const int rows = 400;
        var random = new CounterRandom(5, 0, 0);
        var labels = new int[rows];
        var predictions = new int[rows];
        var weights = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            labels[i] = random.NextDouble() < 0.4 ? 1 : 0;
            predictions[i] = random.NextDouble() < 0.3 ? 1 - labels[i] : labels[i];
            weights[i] = Math.Exp(random.NextDouble() * 2);
        }
        Sample sample = Samples.Binary(labels, predictions, weights: weights);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.Everyone(rows), new FrameOptions(Replicates: 4000));
        Interval cells = frame.Measure(Samples.Metric("f1")).Interval!;

        var resampled = new double[4000];
        for (int r = 0; r < resampled.Length; r++)
        {
            double truePositive = 0, wrong = 0;
            for (int i = 0; i < rows; i++)
            {
                int row = random.NextIndex(rows);
                if (labels[row] != predictions[row]) wrong += weights[row];
                else if (labels[row] == 1) truePositive += weights[row];
            }
            resampled[r] = 2 * truePositive / (2 * truePositive + wrong);
        }
        Array.Sort(resampled);
        double low = Gate.Metrics.Intervals.ReplicateLimits.Quantile(resampled, 0.025),
            high = Gate.Metrics.Intervals.ReplicateLimits.Quantile(resampled, 0.975);
        Assert.InRange((cells.High - cells.Low) / (high - low), 0.93, 1.07);
        Assert.Equal((low + high) / 2, (cells.Low + cells.High) / 2, 0.01);
    }

    /// <summary>Fairlearn's own row resampling on Adult (200 replicates) gives the same ends for two large groups, within its Monte Carlo
    /// error.</summary>
    [SkippableTheory]
    [InlineData("sex")]
    public void Agrees_with_the_reference_bootstrap(string by)
    {
        GoldenTable table = GoldenTable.Read("adult_tree_predictions.csv");
        Grouping grouping = Grouping.Create([table.Column(by)], [], table.Rows);
        MetricFrame frame = MetricFrame.Gather(table.Binary(null), grouping, new FrameOptions());
        System.Text.Json.JsonElement golden = GoldenJson.Read("fairlearn_bootstrap_adult.json").GetProperty("frames").GetProperty(by);
        foreach (string name in new[] { "selection_rate", "true_positive_rate", "accuracy" })
        {
            foreach ((string key, CompareKind kind) in new[] { ("difference_ci", CompareKind.Difference), ("ratio_ci", CompareKind.Ratio) })
            {
                System.Text.Json.JsonElement[] ends = [.. golden.GetProperty(key).EnumerateArray()];
                double low = GoldenJson.Number(ends[0].GetProperty(name)), high = GoldenJson.Number(ends[^1].GetProperty(name));
                Interval own = frame.Compare(Samples.Comparison(name, kind), Samples.All(grouping)).Worst.Interval!;
                // The standard error of a 2.5 % quantile from 200 normal draws is 0.19 standard deviations, 0.05 widths.
                double tolerance = 0.2 * (high - low);
                Assert.InRange(own.Low, low - tolerance, low + tolerance);
                Assert.InRange(own.High, high - tolerance, high + tolerance);
            }
        }
    }
}
