using Gate.Data;
using Gate.Evaluation.Measuring.Operations;
using Gate.Evaluation.Results;
using Gate.Metrics;
using Gate.Models;
using NSubstitute;

namespace Gate.Tests.Evaluation.Measuring.Operations;

/// <summary>How scoring is timed: on how many rows, how often, and once for all that ask.</summary>
public sealed class TimingTests
{
    [Theory]
    [InlineData(3, 1000)]
    [InlineData(1500, 1500)]
    [InlineData(10_001, 10_000)]
    public void Twenty_five_batches_after_three_that_are_not_counted(int rows, int batch)
    {
        var scored = new List<Table>();
        IModel model = Substitute.For<IModel>();
        model.Features.Returns(["x"]);
        model.Score(Arg.Do<Table>(scored.Add), Arg.Any<CancellationToken>()).Returns([]);
        Table table = new([new NumericColumn("x", [.. Enumerable.Range(0, rows).Select(i => (double)i)], ColumnType.Integer),
            new NumericColumn("z", new double[rows], ColumnType.Integer)]);
        // The first three batches take ten times as long and leave no trace: only their beginnings are asked for.
        double[] steps = [10, 10, 10,
            .. Enumerable.Range(0, 25).SelectMany(i => (double[])[0, 1 + ((24 - i) * 0.01)])];
        ScoreTimes times = ScoreTimes.Take(model, table, new SteppingClock(steps), CancellationToken.None);
        Assert.Equal(28, scored.Count);
        Assert.All(scored, one => Assert.Equal((batch, 1), (one.RowCount, one.Columns.Count)));
        Assert.Equal((batch - 1) % rows, ((NumericColumn)scored[0].Columns[0]).Values[^1]);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => (1 + (i * 0.01)) / batch), times.SecondsPerRow, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_two_in_the_middle() =>
        Assert.Equal(2.5, new ScoreTimes([1, 2, 3, 10]).Median(0.5).Value.Number);

    /// <summary>Of 6 times all but the outermost are within with 1 - 2/64: just enough for 96 %, too little for 97 %.</summary>
    [Theory]
    [InlineData(0.96, true)]
    [InlineData(0.96875, true)]
    [InlineData(0.97, false)]
    public void The_interval_exists_where_the_times_are_enough(double confidence, bool exists)
    {
        Interval? interval = new ScoreTimes([1, 2, 3, 4, 5, 6]).Median(confidence).Interval;
        Assert.Equal(exists, interval is not null);
        if (interval is not null) Assert.Equal((1.0, 6.0, confidence), (interval.Low, interval.High, interval.Confidence));
    }

    [Fact]
    public void Candidate_and_baseline_are_timed_once_each_whoever_asks()
    {
        var clock = new CountingClock();
        using TestRun run = new("""
            version: 1
            name: timing
            task: binary_classification
            data: { source: d.csv, label: y, split: { test: 0.5 } }
            model: { train: { algorithm: decision_tree } }
            baseline: { train: { algorithm: dummy } }
            explain: false
            conditions:
            - { id: one, metric: score_time_per_row, max: 1 }
            - { id: two, metric: score_time_per_row, max_regression: 1, max_relative_regression: 1000 }
            """, ("d.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{i * 7 % 40 / 20}\n")))) { Clock = clock };
        GateResult result = run.Execute();
        // Of each model a beginning and a lap, which asks twice, of training and of scoring; then 28 beginnings of batches and 25 ends.
        Assert.Equal(2 * (6 + 28 + 25), clock.Asked);
        Assert.Equal(result.Findings[0].Estimate, result.Findings[1].Estimate);
        Assert.Equal("'one', 'two' were decided on times measured in this run, on this machine: another run measures others, so its "
            + "result differs.", result.Notes[^1]);
    }

    private sealed class CountingClock : TimeProvider
    {
        public int Asked { get; private set; }

        public override long GetTimestamp() => 1000 * ++Asked;
    }
}
