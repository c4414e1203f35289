using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

/// <summary>No interval claims more than its rows can say.</summary>
public sealed class HonestyTests
{
    [Fact]
    public void Group_in_which_all_rows_agree_is_not_certain()
    {
        // a: 30 of 30 selected, b: 15 of 30; all labels positive in a and all predicted right.
        Grouping grouping = Samples.By([.. Enumerable.Range(0, 60).Select(i => i < 30 ? "a" : "b")]);
        int[] predictions = [.. Enumerable.Range(0, 60).Select(i => i < 30 ? 1 : i % 2)];
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([.. Enumerable.Repeat(1, 60)], predictions), grouping, new FrameOptions());
        Measurement f1 = frame.MeasureGroups(Samples.Metric("f1"))[0];
        Assert.Equal(("fay_feuer", 1.0, 1.0), (f1.Interval!.Method, f1.Value.Number, f1.Interval.High));
        Assert.InRange(f1.Interval.Low, 0.88, 0.99);
        foreach (CompareMethod method in new[] { CompareMethod.BetweenGroups, CompareMethod.ToOverall, CompareMethod.ToRest })
        {
            foreach (string name in new[] { "selection_rate", "f1" })
            {
                Interval interval = frame.Compare(Samples.Comparison(name, CompareKind.Difference, method), [true, true]).Worst.Interval!;
                Assert.True(interval.High - interval.Low > 0.1);
            }
        }
    }

    [Fact]
    public void Numbers_without_spread_have_no_interval()
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Regression([1, 2, 3, 4], [1, 2, 3, 4]), Samples.By("a", "a", "b", "b"),
            new FrameOptions());
        Assert.Equal(0, frame.Measure(Samples.Metric("mae")).Value.Number);
        Assert.Null(frame.Measure(Samples.Metric("mae")).Interval);
        Assert.Null(frame.Compare(Samples.Comparison("mae", CompareKind.GroupMax), [true, true]).Worst.Interval);
    }

    /// <summary>Every interval of every metric and comparison contains its estimate and grows with confidence.</summary>
    [Theory]
    [InlineData(CompareMethod.BetweenGroups)]
    [InlineData(CompareMethod.ToOverall)]
    [InlineData(CompareMethod.ToReference)]
    [InlineData(CompareMethod.ToRest)]
    public void Intervals_contain_their_estimates_and_nest(CompareMethod method)
    {
        const int rows = 240;
        Sample scored = Intervals.RowBootstrapTests.ScoredRows(rows, 0);
        Grouping grouping = Grouping.Create([Samples.Column("g", [.. Enumerable.Range(0, rows).Select(i => $"{i % 3}")])],
            [Samples.Column("c", [.. Enumerable.Range(0, rows).Select(i => i < 100 ? "p" : "q")])], rows);
        MetricFrame frame = MetricFrame.Gather(scored, grouping, new FrameOptions(Replicates: 400));
        foreach (string name in new[] { "selection_rate", "accuracy", "f1", "roc_auc", "brier_score_loss", "average_precision" })
        {
            foreach (CompareKind kind in new[] { CompareKind.Difference, CompareKind.Ratio, CompareKind.GroupMin, CompareKind.GroupMax })
            {
                foreach (bool signed in new[] { false, true })
                {
                    foreach (ReferenceKind reference in method == CompareMethod.ToReference ? [ReferenceKind.Largest, ReferenceKind.Best,
                        ReferenceKind.Worst] : new[] { ReferenceKind.Largest })
                    {
                        Comparison comparison = Samples.Comparison(name, kind, method)
                            with { Signed = signed, Reference = new ReferenceGroup(reference) };
                        Interval? last = null;
                        foreach (double confidence in new[] { 0.5, 0.9, 0.95, 0.999 })
                        {
                            ComparisonResult result = frame.Compare(comparison, Samples.All(grouping), confidence);
                            foreach (Measurement measured in result.Levels.Select(level => level.Value).Append(result.Worst)
                                .Append(result.Weighted))
                            {
                                if (measured.Interval is null)
                                {
                                    // The other group may be 0 at this confidence, and its inverse has no finite end.
                                    Assert.True(signed && kind == CompareKind.Ratio && confidence > 0.99);
                                    continue;
                                }
                                Assert.InRange(measured.Value.Number, measured.Interval.Low, measured.Interval.High);
                                Assert.True(measured.Interval.High > measured.Interval.Low);
                                if (measured.Corrected is double corrected)
                                    Assert.InRange(corrected, measured.Interval.Low - 1e-12, measured.Interval.High + 1e-12);
                            }
                            if (last is not null && result.Worst.Interval is not null)
                                Assert.True(result.Worst.Interval.Low <= last.Low && result.Worst.Interval.High >= last.High,
                                    $"{name} {kind} {signed} {reference} {confidence}");
                            last = result.Worst.Interval;
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Corrected_estimate_of_equal_groups_is_nearer_to_zero()
    {
        double plain = 0, corrected = 0;
        for (ulong run = 0; run < 200; run++)
        {
            var random = new CounterRandom(83, 0, run);
            int[] predictions = [.. Enumerable.Range(0, 500).Select(_ => random.NextDouble() < 0.4 ? 1 : 0)];
            Measurement measured = MetricFrame.Gather(Samples.Binary(new int[500], predictions),
                Samples.By([.. Enumerable.Range(0, 500).Select(i => $"{i % 5}")]), new FrameOptions(Threads: 1))
                .Compare(Samples.Comparison("selection_rate", CompareKind.Difference), [true, true, true, true, true]).Worst;
            plain += measured.Value.Number / 200;
            corrected += measured.Corrected!.Value / 200;
        }
        Assert.InRange(plain, 0.08, 0.15);
        Assert.InRange(corrected, 0, plain / 5);
    }

    [Fact]
    public void Comparison_of_all_rows_with_themselves_is_exact()
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([0, 1, 1, 0], [0, 1, 0, 1]), Samples.By("a", "a", "a", "a"),
            new FrameOptions());
        Measurement same = frame.Compare(Samples.Comparison("accuracy", CompareKind.Difference, CompareMethod.ToOverall), [true]).Worst;
        Assert.Equal((0.0, 0.0, 0.0), (same.Value.Number, same.Interval!.Low, same.Interval.High));
    }

    [Fact]
    public void Rate_against_all_rows_is_its_share_of_the_difference_from_the_rest()
    {
        // a: 8 of 10, the rest 12 of 30, all 20 of 40.
        Grouping grouping = Samples.By([.. Enumerable.Range(0, 40).Select(i => i < 10 ? "a" : "b")]);
        MetricFrame frame =
            MetricFrame.Gather(Samples.Binary(new int[40], [.. Enumerable.Range(0, 40).Select(i => i < 8 || (i >= 10 && i < 22) ? 1 : 0)]),
            grouping, new FrameOptions());
        Comparison toRest = Samples.Comparison("selection_rate", CompareKind.Difference, CompareMethod.ToRest) with { Signed = true },
            toAll = toRest with { Method = CompareMethod.ToOverall };
        Measurement rest = frame.Compare(toRest, [true, false]).Worst, all = frame.Compare(toAll, [true, false]).Worst;
        Assert.Equal(0.75 * rest.Value.Number, all.Value.Number, 12);
        Assert.Equal(0.75 * rest.Interval!.Low, all.Interval!.Low, 12);
        Assert.Equal(0.75 * rest.Interval.High, all.Interval.High, 12);
        Measurement ratio = frame.Compare(toAll with { Kind = CompareKind.Ratio }, [true, false]).Worst;
        Assert.Equal(0.8 / 0.5, ratio.Value.Number, 12);
        Assert.InRange(ratio.Interval!.High, 1.6, 1 / 0.25);
    }
}
