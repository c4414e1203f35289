using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

/// <summary>Comparisons with a reference group, with the rest, with their sign, and over control levels by weight.</summary>
public sealed class ReferenceTests
{
    // a: 4 of 5 selected, b: 1 of 4, c: 1 of 2; error rates by labels of 0: the same numbers.
    private static readonly Grouping grouping = Samples.By("a", "a", "a", "a", "a", "b", "b", "b", "b", "c", "c");
    private static readonly int[] predictions = [1, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0];
    private static readonly MetricFrame frame = MetricFrame.Gather(Samples.Binary(new int[11], predictions), grouping, new FrameOptions());

    [Theory]
    [InlineData(ReferenceKind.Largest, null, "selection_rate", 0.55, 1, 0)] // a has the most rows
    [InlineData(ReferenceKind.Named, "c", "selection_rate", 0.3, 2, 0)]
    [InlineData(ReferenceKind.Named, "b", "selection_rate", -0.55, 1, 0)]
    [InlineData(ReferenceKind.Best, null, "selection_rate", 0.55, 1, 0)]
    [InlineData(ReferenceKind.Worst, null, "selection_rate", -0.55, 1, 0)]
    [InlineData(ReferenceKind.Best, null, "false_positive_rate", -0.55, 1, 0)] // fewer false positives are better
    [InlineData(ReferenceKind.Worst, null, "false_positive_rate", 0.55, 1, 0)]
    public void Signed_difference_is_reference_minus_the_farthest_group(ReferenceKind kind, string? named, string metric, double expected,
        int low, int high)
    {
        Comparison comparison = Samples.Comparison(metric, CompareKind.Difference, CompareMethod.ToReference)
            with { Reference = new ReferenceGroup(kind, named is null ? null : [named]), Signed = true };
        // Farthest from c are a (0.3) and b (0.25): the farther one, a, is above c, so reference minus group is negative.
        double signed = named == "c" ? -expected : expected;
        LevelComparison level = frame.Compare(comparison, Samples.All(grouping)).Levels[0];
        Assert.Equal(signed, level.Value.Value.Number, 12);
        Assert.Equal(named == "c" ? (2, 0) : (low, high), (level.LowGroup!.Value, level.HighGroup!.Value));
        Assert.Equal(expected < 0 ? -expected : expected,
            frame.Compare(comparison with { Signed = false }, Samples.All(grouping)).Worst.Value.Number, 12);
    }

    [Fact]
    public void Signed_ratio_is_not_folded()
    {
        Comparison comparison = Samples.Comparison("selection_rate", CompareKind.Ratio, CompareMethod.ToReference)
            with { Reference = new ReferenceGroup(ReferenceKind.Named, ["b"]), Signed = true };
        Assert.Equal(0.8 / 0.25, frame.Compare(comparison, Samples.All(grouping)).Worst.Value.Number, 12);
        Assert.Equal(0.25 / 0.8, frame.Compare(comparison with { Signed = false }, Samples.All(grouping)).Worst.Value.Number, 12);
    }

    [Fact]
    public void Rest_is_all_other_rows()
    {
        Comparison comparison = Samples.Comparison("selection_rate", CompareKind.Difference, CompareMethod.ToRest);
        double a = 2.0 / 6 - 0.8, b = 5.0 / 7 - 0.25; // c: 5 of 9 less 0.5
        Assert.Equal(Math.Max(Math.Abs(a), b), frame.Compare(comparison, Samples.All(grouping)).Worst.Value.Number, 12);
        Assert.Equal(a, frame.Compare(comparison with { Signed = true }, Samples.All(grouping)).Worst.Value.Number, 12);
        // Groups that take no part still are rows of the rest.
        Assert.Equal(5.0 / 9 - 0.5, frame.Compare(comparison with { Signed = true }, [false, false, true]).Worst.Value.Number, 12);
        Assert.Equal(0.5 / (5.0 / 9), frame.Compare(comparison with { Kind = CompareKind.Ratio, Signed = true },
            [false, false, true]).Worst.Value.Number, 12);
    }

    [Theory]
    [InlineData(CompareMethod.ToRest, 0)]
    [InlineData(CompareMethod.ToOverall, 1)]
    public void The_group_farthest_from_what_it_is_compared_with_is_told(CompareMethod method, int farthest)
    {
        Comparison comparison = Samples.Comparison("selection_rate", CompareKind.Difference, method);
        Assert.Equal(farthest, frame.Compare(comparison, Samples.All(grouping)).Levels[0].FarthestGroup);
        Assert.Equal(2, frame.Compare(comparison, [false, false, true]).Levels[0].FarthestGroup);
        Assert.Null(frame.Compare(comparison with { Method = CompareMethod.BetweenGroups }, Samples.All(grouping)).Levels[0].FarthestGroup);
    }

    [Fact]
    public void Rest_of_score_and_number_metrics_is_that_of_the_rows_alone()
    {
        Sample scored = Intervals.RowBootstrapTests.ScoredRows(300, 0);
        Grouping thirds = Samples.By([.. Enumerable.Range(0, 300).Select(i => $"{i % 3}")]);
        foreach (string name in new[] { "roc_auc", "mean_score", "f1" })
        {
            Comparison comparison = Samples.Comparison(name, CompareKind.Difference, CompareMethod.ToRest) with { Signed = true };
            double signed = MetricFrame.Gather(scored, thirds, new FrameOptions())
                .Compare(comparison, [false, true, false]).Worst.Value.Number;
            double Alone(Func<int, bool> which) =>
                MetricFrame.Gather(scored.Take([.. Enumerable.Range(0, 300).Where(which)]),
                Samples.Everyone(Enumerable.Range(0, 300).Count(which)), new FrameOptions()).Measure(Samples.Metric(name)).Value.Number;
            Assert.Equal(Alone(i => i % 3 != 1) - Alone(i => i % 3 == 1), signed, 12);
        }
    }

    [Fact]
    public void Reference_that_is_not_there_is_told()
    {
        Comparison comparison = Samples.Comparison("selection_rate", CompareKind.Difference, CompareMethod.ToReference)
            with { Reference = new ReferenceGroup(ReferenceKind.Named, ["x"]) };
        Assert.Equal("there is no reference group g = x", frame.Compare(comparison, Samples.All(grouping)).Worst.Value.Undefined);
        comparison = comparison with { Reference = new ReferenceGroup(ReferenceKind.Named, ["c"]) };
        Assert.Equal("the reference group g = c has too few rows to take part",
            frame.Compare(comparison, [true, true, false]).Worst.Value.Undefined);
        Assert.Equal("only one group takes part, so there is nothing to compare it with",
            frame.Compare(comparison, [false, false, true]).Worst.Value.Undefined);
        Assert.Equal("there are no other rows to compare with", MetricFrame.Gather(Samples.Binary([0, 1], [0, 1]), Samples.By("a", "a"),
            new FrameOptions())
            .Compare(Samples.Comparison("selection_rate", CompareKind.Difference, CompareMethod.ToRest), [true]).Worst.Value.Undefined);
        MetricFrame none = MetricFrame.Gather(Samples.Binary(new int[11], [0, 0, 0, 0, 0, .. predictions[5..]]), grouping,
            new FrameOptions());
        comparison = comparison with { Kind = CompareKind.Ratio, Reference = new ReferenceGroup(ReferenceKind.Largest) };
        Assert.Equal("selection_rate of the reference group g = a is 0, so there is no ratio to it",
            none.Compare(comparison, Samples.All(grouping)).Worst.Value.Undefined);
    }

    [Fact]
    public void Levels_are_weighted_by_the_rows_that_take_part()
    {
        // In p: a 1 of 1, b 0 of 1, c (left out) 1 of 1. In q: a 2 of 2, b 1 of 2.
        Grouping within = Grouping.Create(
            [Samples.Column("g", ["a", "b", "c", "a", "a", "b", "b"])],
            [Samples.Column("c", ["p", "p", "p", "q", "q", "q", "q"])], 7);
        MetricFrame controlled = MetricFrame.Gather(Samples.Binary(new int[7], [1, 0, 1, 1, 1, 1, 0]), within, new FrameOptions());
        ComparisonResult result = controlled.Compare(Samples.Comparison("selection_rate", CompareKind.Difference),
            [true, true, false, true, true]);
        Assert.Equal((2 * 1.0 + 4 * 0.5) / 6, result.Weighted.Value.Number, 12);
        Assert.Equal(1.0, result.Worst.Value.Number);
        // A level whose groups do not take part does not count.
        Assert.Equal(0.5, controlled.Compare(Samples.Comparison("selection_rate", CompareKind.Difference),
            [true, false, false, true, true]).Weighted.Value.Number, 12);
    }
}
