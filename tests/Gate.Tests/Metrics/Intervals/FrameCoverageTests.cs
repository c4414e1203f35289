using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Intervals;

/// <summary>Coverage of what a frame puts together: weighted rates, comparisons of groups, rows that nearly all agree, losses of
/// scores.</summary>
public sealed class FrameCoverageTests
{
    // True negatives, false positives, false negatives, true positives; the second group is selected less often and found less often.
    private static readonly double[] first = [0.4, 0.15, 0.1, 0.35], second = [0.5, 0.1, 0.2, 0.2], nearlyPerfect = [0.5, 0.01, 0.01, 0.48];

    [Theory]
    [InlineData(50, 0.92, 0.97)]
    [InlineData(1000, 0.94, 0.96)]
    public void Weighted_rates(int rows, double low, double high) =>
        Assert.InRange(Coverage.Of($"weighted accuracy, wilson, {rows} rows", 2000, 0.75,
            run => Ends(Draw([first], rows, run, weighted: true).Measure(Samples.Metric("accuracy")))), low, high);

    // At 50 rows 0 often is within reach, and the lower end then is never too high. Two groups against all rows are two looks at one gap,
    // which costs a point.
    [Theory]
    [InlineData("selection_rate", CompareMethod.BetweenGroups, 50, true, 0.92, 0.985)]
    [InlineData("selection_rate", CompareMethod.BetweenGroups, 1000, true, 0.94, 0.96)]
    [InlineData("selection_rate", CompareMethod.ToOverall, 50, false, 0.92, 0.99)]
    [InlineData("selection_rate", CompareMethod.ToOverall, 1000, false, 0.94, 0.97)]
    [InlineData("selection_rate", CompareMethod.ToRest, 1000, false, 0.94, 0.96)]
    [InlineData("f1", CompareMethod.BetweenGroups, 50, false, 0.92, 0.99)]
    [InlineData("f1", CompareMethod.BetweenGroups, 1000, false, 0.94, 0.96)]
    public void Differences_of_two_groups(string name, CompareMethod method, int rows, bool weighted, double low, double high)
    {
        double[] values =
            [.. new[] { first, second }.Select(cells => name == "f1" ? 2 * cells[3] / (2 * cells[3] + cells[1] + cells[2]) : cells[1]
            + cells[3])];
        double truth = Math.Abs(values[0] - values[1]) / (method == CompareMethod.ToOverall ? 2 : 1);
        Comparison comparison = Samples.Comparison(name, CompareKind.Difference, method);
        double coverage = Coverage.Of($"{(weighted ? "weighted " : "")}{name} difference {method}, two groups of {rows} rows", 1500, truth,
            run => Ends(Draw([first, second], rows, run, weighted).Compare(comparison, [true, true]).Worst));
        Assert.InRange(coverage, low, high);
    }

    /// <summary>One row in fifty is wrong: in a third of the samples of 50 rows none is, and what could be wrong is one row
    /// more.</summary>
    [Theory]
    [InlineData("f1", 0.92, 1)]
    [InlineData("balanced_accuracy", 0.92, 1)]
    public void Rows_that_nearly_all_agree(string name, double low, double high)
    {
        double truth = name == "f1" ? 2 * 0.48 / (2 * 0.48 + 0.02) : (0.5 / 0.51 + 0.48 / 0.49) / 2;
        Assert.InRange(Coverage.Of($"{name} of nearly perfect rows, 50 rows", 1500, truth,
            run => Ends(Draw([nearlyPerfect], 50, run, false).Measure(Samples.Metric(name)))), low, high);
    }

    /// <summary>Scores that are the true probabilities, spread evenly. At 1,000 rows chance leaves half a point beside the one that is
    /// allowed.</summary>
    [Theory]
    [InlineData("log_loss", 50, 1500, 0.92, 0.99)]
    [InlineData("log_loss", 1000, 1500, 0.935, 0.98)]
    [InlineData("brier_score_loss", 50, 1500, 0.92, 0.99)]
    public void Losses_of_scores(string name, int rows, int runs, double low, double high)
    {
        double Mean(Func<double, double> of) => Enumerable.Range(0, 10_000).Average(i => of(0.05 + 0.9 * (i + 0.5) / 10_000));
        double truth = name == "log_loss" ? Mean(p => -p * Math.Log(p) - (1 - p) * Math.Log(1 - p)) : Mean(p => p * (1 - p));
        Assert.InRange(Coverage.Of($"{name}, row_bootstrap, {rows} rows", runs, truth, run =>
        {
            var random = new CounterRandom(83, (ulong)rows, run);
            int[] labels = new int[rows];
            double[] scores = new double[rows];
            for (int i = 0; i < rows; i++)
            {
                scores[i] = 0.05 + 0.9 * random.NextDouble();
                labels[i] = random.NextDouble() < scores[i] ? 1 : 0;
            }
            var options = new FrameOptions(Seed: run, Threads: 1);
            return Ends(MetricFrame.Gather(Samples.Binary(labels, Array.ConvertAll(scores, s => s > 0.5 ? 1 : 0), scores),
                Samples.Everyone(rows), options).Measure(Samples.Metric(name)));
        }), low, high);
    }

    private static (double Low, double High)? Ends(Measurement measured) =>
        measured.Interval is { } interval ? (interval.Low, interval.High) : null;

    private static MetricFrame Draw(double[][] groups, int rows, ulong run, bool weighted)
    {
        var random = new CounterRandom(79, (ulong)(rows * groups.Length), run);
        int all = rows * groups.Length;
        int[] labels = new int[all], predictions = new int[all];
        double[] weights = new double[all];
        for (int i = 0; i < all; i++)
        {
            double left = random.NextDouble();
            int cell = 0;
            while (cell < 3 && left >= groups[i / rows][cell]) left -= groups[i / rows][cell++];
            (labels[i], predictions[i], weights[i]) = (cell / 2, cell % 2, 0.2 + 2 * random.NextDouble());
        }
        Grouping grouping = Samples.By([.. Enumerable.Range(0, all).Select(i => $"{i / rows}")]);
        return MetricFrame.Gather(Samples.Binary(labels, predictions, weights: weighted ? weights : null), grouping,
            new FrameOptions(Seed: run, Threads: 1));
    }
}
