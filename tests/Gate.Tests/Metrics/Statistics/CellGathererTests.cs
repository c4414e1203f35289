using Gate.Data;
using Gate.Metrics;
using Gate.Metrics.Cells;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Statistics;

public sealed class CellGathererTests
{
    private static readonly int[] ThreadCounts = [1, 2, 8];
    private static readonly string[] Names = ["roc_auc", "average_precision", "log_loss", "accuracy"];
    private const int Rows = 300_001; // three blocks, and no multiple of a vector

    /// <summary>Groups × labels × predictions counted one by one; with one column, and with so many groups that a byte does not hold
    /// them.</summary>
    [Theory]
    [InlineData(3, 2, false)]
    [InlineData(3, 2, true)]
    [InlineData(700, 4, false)]
    public void Cells_are_those_counted_row_by_row(int groups, int classes, bool weighted)
    {
        (Sample sample, Grouping grouping) = Made(groups, classes, weighted);
        CellTable[] tables =
            [.. ThreadCounts.Select(threads => CellGatherer.Gather(sample, grouping, null, threads, CancellationToken.None))];
        var expected = Enumerable.Range(0, Rows).GroupBy(row => (grouping.Codes[row], sample.Labels![row], sample.Predictions![row]))
            .OrderBy(cell => cell.Key).ToArray();
        Assert.Equal(expected.Select(cell => (cell.Key, (long)cell.Count())),
            tables[0].Cells.Select(cell => ((cell.Group, cell.Label, cell.Prediction), cell.Count)));
        foreach ((IGrouping<(int, int, int), int> cell, Cell found) in expected.Zip(tables[0].Cells))
            Assert.Equal(cell.Sum(row => sample.Weights?[row] ?? 1), found.Weight, 6);
        Assert.All(tables, table => Assert.Equal(tables[0].Cells, table.Cells));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void Codes_outside_the_classes_are_refused_on_any_thread(int code)
    {
        (Sample sample, Grouping grouping) = Made(3, 2, false);
        sample.Predictions![Rows - 1] = code;
        foreach (int threads in ThreadCounts)
            Assert.Equal("the sample has predictions outside its classes",
                Assert.Throws<ArgumentException>(() => MetricFrame.Gather(sample, grouping, new FrameOptions(Threads: threads))).Message);
    }

    [Fact]
    public void Estimates_do_not_depend_on_the_threads()
    {
        (Sample sample, Grouping grouping) = Made(5, 2, true);
        var random = new CounterRandom(9, 0, 0);
        sample = sample.WithScores([.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())]);
        foreach (string name in Names)
        {
            double[][] all = [.. ThreadCounts.Select(threads =>
                MetricFrame.Gather(sample, grouping, new FrameOptions(Threads: threads)).EstimateGroups(Samples.Metric(name))
                    .Select(value => value.Number).ToArray())];
            Assert.Equal(all[0], all[1]);
            Assert.Equal(all[0], all[2]);
        }
    }

    private static (Sample, Grouping) Made(int groups, int classes, bool weighted)
    {
        var random = new CounterRandom(8, 0, (ulong)groups);
        int[] codes = new int[Rows], labels = new int[Rows], predictions = new int[Rows];
        var weights = new double[Rows];
        for (int i = 0; i < Rows; i++)
            (codes[i], labels[i], predictions[i], weights[i]) = (random.NextIndex(groups), random.NextIndex(classes),
                random.NextIndex(classes), random.NextDouble());
        var column = new CategoryColumn("g", codes, [.. Enumerable.Range(0, groups).Select(g => $"g{g}")]);
        Sample sample = Samples.Multiclass([.. Enumerable.Range(0, classes).Select(k => $"c{k}")], labels, predictions, null,
            weighted ? weights : null);
        if (classes == 2) sample = sample.WithTask(TaskType.BinaryClassification);
        return (sample, Grouping.Create([column], [], Rows));
    }
}
