using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Fairness;

public sealed class JointTests
{
    // Selected: a 3 of 4, b 1 of 4, c 1 of 2.
    private static readonly Facets rows = Facets.Of(("a", 1, 3, 0, 0), ("b", 3, 1, 0, 0), ("c", 1, 1, 0, 0));
    private const string Distance = "total_variation_distance_of_predictions";

    public static TheoryData<string> Joints =>
        new(DisparityCatalogue.All.Where(d => d.Comparison.Kind == CompareKind.Joint && !d.NeedsControl).Select(d => d.Comparison.Name));

    [Theory]
    [InlineData(CompareMethod.BetweenGroups, 0.5, 0, 1)]
    [InlineData(CompareMethod.ToOverall, 0.25, 0, null)]
    [InlineData(CompareMethod.ToReference, 0.5, 1, 0)]
    [InlineData(CompareMethod.ToRest, 0.75 - 2 / 6.0, 0, null)]
    public void Each_method_has_its_others(CompareMethod method, double expected, int low, int? high)
    {
        LevelComparison level = rows.Compare(Distance, method).Levels[0];
        Near.Check(expected, level.Value.Value.Number, $"{method}");
        Assert.Equal((low, high), (level.LowGroup, level.HighGroup));
        Assert.Equal("selection_rate", level.Part.Name);
    }

    [Fact]
    public void Reference_can_be_named_best_or_worst()
    {
        Near.Check(0.25,
            rows.Compare(Distance, CompareMethod.ToReference, new ReferenceGroup(ReferenceKind.Named, ["c"])).Worst.Value.Number, "c");
        Near.Check(0.5, rows.Compare(Distance, CompareMethod.ToReference, new ReferenceGroup(ReferenceKind.Worst)).Worst.Value.Number,
            "worst");
        Assert.Equal("there is no reference group g = z",
            rows.Compare(Distance, CompareMethod.ToReference, new ReferenceGroup(ReferenceKind.Named, ["z"])).Worst.Value.Undefined);
    }

    [Fact]
    public void Groups_below_the_floor_are_of_the_rest_but_do_not_decide()
    {
        Comparison comparison = DisparityCatalogue.Find(Distance)!.Comparison;
        ComparisonResult only = rows.Frame().Compare(comparison, [false, false, true]);
        Near.Check(0, only.Worst.Value.Number, "c: 1 of 2, rest 4 of 8");
        Assert.Equal("no group has enough rows to take part",
            rows.Frame().Compare(comparison, [false, false, false]).Worst.Value.Undefined);
        Assert.Equal("only one group takes part, so there is nothing to compare it with",
            rows.Frame().Compare(comparison with { Method = CompareMethod.BetweenGroups }, [true, false, false]).Worst.Value.Undefined);
        Assert.Equal("there is only one group, so there is nothing to compare it with", Facets.Of(("a", 1, 1, 1, 1))
            .Compare(Distance).Worst.Value.Undefined);
    }

    [Fact]
    public void Infinite_divergence_is_undefined_with_its_group()
    {
        Facets own = Facets.Of(("a", 2, 2, 0, 0), ("b", 4, 0, 0, 0));
        Assert.Equal("kullback_leibler_divergence_of_predictions of g = b is undefined: a class of the reference does not occur in the "
            + "group, so the divergence is infinite",
            own.Compare("kullback_leibler_divergence_of_predictions").Worst.Value.Undefined);
        Assert.True(own.Compare("jensen_shannon_divergence_of_predictions").Worst.Value.IsDefined);
    }

    [Fact]
    public void Levels_are_compared_apart_and_summed_up_as_worst_and_by_weight()
    {
        Facets own = Facets.Of(("a", 1, 3, 0, 0), ("b", 3, 1, 0, 0), ("a", 1, 1, 0, 0), ("b", 1, 1, 0, 0));
        Grouping grouping = Grouping.Create([Samples.Column("g", own.Groups)],
            [Samples.Column("s", [.. Enumerable.Range(0, 12).Select(i => i < 8 ? "x" : "y")])], 12);
        ComparisonResult result = MetricFrame.Gather(own.Sample, grouping, new FrameOptions(Replicates: 300))
            .Compare(DisparityCatalogue.Find(Distance)!.Comparison, Samples.All(grouping));
        Assert.Equal([0.5, 0.0], result.Levels.Select(level => level.Value.Value.Number));
        Assert.Equal((0.5, 0), (result.Worst.Value.Number, result.WorstLevel!.Value));
        Near.Check(0.5 * 8 / 12, result.Weighted.Value.Number, "weighted");
        Assert.InRange(result.Weighted.Value.Number, result.Weighted.Interval!.Low, result.Weighted.Interval.High);
    }

    [Fact]
    public void Several_classes_have_distributions_too()
    {
        Facets own = Facets.Random(300, 2, 9, weighted: true, classes: 4);
        Sample sample = Samples.Multiclass(["p", "q", "r", "s"], own.Labels, own.Predictions, weights: own.Weights);
        double[] Shares(string group) =>
            [.. Enumerable.Range(0, 4).Select(k => own.Sum((g, y, _) => g == group && y == k) / own.Sum((g, _, _) => g == group))];
        (double P, double Q)[] pairs = [.. Shares("a").Zip(Shares("b"))];
        MetricFrame frame = MetricFrame.Gather(sample, own.Grouping, new FrameOptions(Replicates: 0));
        double Of(string name, double? p = null)
        {
            Comparison comparison = DisparityCatalogue.Find(name)!.Comparison with { Method = CompareMethod.ToReference,
                Reference = new ReferenceGroup(ReferenceKind.Named, ["a"]) };
            if (p is double order)
                comparison = comparison with { Parts = [comparison.Parts[0].With(new Dictionary<string, double> { ["p"] = order })] };
            return frame.Compare(comparison, [true, true]).Worst.Value.Number;
        }
        Near.Check(pairs.Sum(x => x.P * Math.Log(x.P / x.Q)), Of("kl"), "kl");
        Near.Check(pairs.Sum(x => x.P * Math.Log(2 * x.P / (x.P + x.Q)) + x.Q * Math.Log(2 * x.Q / (x.P + x.Q))) / 2, Of("js"), "js");
        Near.Check(pairs.Sum(x => Math.Abs(x.P - x.Q)) / 2, Of("tvd"), "tvd");
        Near.Check(pairs.Max(x => Math.Abs(x.P - x.Q)), Of("ks"), "ks");
        Near.Check(Math.Pow(pairs.Sum(x => Math.Pow(Math.Abs(x.P - x.Q), 3)), 1 / 3.0), Of("lp", 3), "lp");
        Near.Check(2 * Of("tvd"), Of("lp", 1), "lp of order 1");
    }

    [Fact]
    public void Measures_of_labels_need_no_predictions()
    {
        MetricFrame frame = MetricFrame.Gather(rows.Sample.WithPredictions(null).WithScores(new double[10]), rows.Grouping,
            new FrameOptions(Replicates: 0));
        Assert.Equal(0.0, frame.Compare(DisparityCatalogue.Find("tvd")!.Comparison, [true, true, true]).Worst.Value.Number);
        Assert.Equal("the model gives no predicted classes", frame.Compare(DisparityCatalogue.Find(Distance)!.Comparison,
            [true, true, true]).Worst.Value.Undefined);
    }

    [Fact]
    public void Imbalance_is_a_fact_without_interval_for_every_task()
    {
        ComparisonResult result = rows.Compare("class_imbalance", replicates: 200);
        Near.Check(0.6, result.Worst.Value.Number, "c: 2 of 10");
        Assert.Null(result.Worst.Interval);
        Assert.True(DisparityCatalogue.Find("ci")!.Comparison.Parts[0].IsExact);
        MetricFrame numbers = MetricFrame.Gather(Samples.Regression(new double[10], new double[10]), rows.Grouping, new FrameOptions());
        Near.Check(0.6, numbers.Compare(DisparityCatalogue.Find("ci")!.Comparison, [true, true, true]).Worst.Value.Number, "regression");
    }

    [Theory]
    [MemberData(nameof(Joints))]
    public void Same_model_is_exactly_as_far_apart(string name)
    {
        Facets own = Facets.Random(300, 3, 2, weighted: true);
        MetricFrame frame = MetricFrame.Gather(own.Sample, own.Grouping, new FrameOptions(Replicates: 200), own.Sample);
        Comparison comparison = DisparityCatalogue.Find(name)!.Comparison;
        Measurement worse = frame.Regression(comparison, [true, true, true]);
        Assert.Equal(0.0, worse.Value.Number);
        if (worse.Interval is { } interval) Assert.Equal((0.0, 0.0), (interval.Low, interval.High));
        Assert.Equal(frame.Compare(comparison, [true, true, true]).Worst.Value,
            frame.CompareBaseline(comparison, [true, true, true]).Worst.Value);
    }

    [Theory]
    [MemberData(nameof(Joints))]
    public void Order_of_rows_names_of_groups_split_weights_and_threads_change_nothing(string name)
    {
        Facets own = Facets.Random(240, 3, 6, weighted: true);
        int[] order = [.. Enumerable.Range(0, 240).OrderBy(i => i * 89 % 240)], split = [.. Enumerable.Range(0, 240), 7];
        T[] Pick<T>(T[] values, int[] at) => [.. at.Select(i => values[i])];
        Facets permuted = new(Pick(own.Labels, order), Pick(own.Predictions, order), Pick(own.Groups, order), Pick(own.Weights, order));
        Facets halved = new(Pick(own.Labels, split), Pick(own.Predictions, split), Pick(own.Groups, split), Pick(own.Weights, split));
        halved.Weights[7] = halved.Weights[240] = own.Weights[7] / 2;
        Facets renamed = own with { Groups = Array.ConvertAll(own.Groups, g => g switch { "a" => "z", "b" => "y", _ => "x" }) };
        int[] twice = [.. Enumerable.Range(0, 480).Select(i => i % 240)];
        Facets doubled = new(Pick(own.Labels, twice), Pick(own.Predictions, twice), Pick(own.Groups, twice), Pick(own.Weights, twice));
        double expected = own.Compare(name).Worst.Value.Number;
        foreach (Facets other in new[] { permuted, halved, renamed, doubled })
            Assert.Equal(expected, other.Compare(name).Worst.Value.Number, 12);

        Interval?[] intervals =
            [.. Enumerable.Range(1, 3)
            .Select(threads => MetricFrame.Gather(own.Sample, own.Grouping, new FrameOptions(Replicates: 200, Threads: threads))
            .Compare(DisparityCatalogue.Find(name)!.Comparison, [true, true, true]).Worst.Interval)];
        Assert.Equal(intervals[0], intervals[1]);
        Assert.Equal(intervals[0], intervals[2]);
    }

    [Fact]
    public void Metric_of_groups_has_no_value_of_one()
    {
        Metric metric = DisparityCatalogue.Find("tvd")!.Comparison.Parts[0];
        Assert.Equal("it compares groups and has no value of one", rows.Frame().Measure(metric).Value.Undefined);
        Assert.Throws<ArgumentException>(() => rows.Frame().Compare(Samples.Comparison("accuracy", CompareKind.Joint), [true, true, true]));
    }
}
