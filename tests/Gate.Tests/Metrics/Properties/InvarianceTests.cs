using Gate.Data;
using Gate.Metrics;
using Gate.Metrics.Sampling;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Properties;

/// <summary>What must not change a metric does not.</summary>
public sealed class InvarianceTests
{
    private const int Rows = 300;

    public static TheoryData<string> Tasks => new("binary", "multiclass", "regression");

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Permuting_rows_changes_nothing(string task)
    {
        var random = new CounterRandom(4, 0, 0);
        int[] order = [.. Enumerable.Range(0, Rows).Select(i => (random.NextBits(), i)).Order().Select(x => x.i)];
        Sample sample = Make(task, weighted: true);
        Same(Values(sample, Codes()), Values(sample.Take(order), [.. order.Select(row => Codes()[row])]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Duplicating_the_data_changes_no_metric_but_counts(string task)
    {
        int[] twice = [.. Enumerable.Range(0, 2 * Rows).Select(i => i % Rows)];
        Sample sample = Make(task, weighted: true);
        Same(Values(sample, Codes()), Values(sample.Take(twice), [.. twice.Select(row => Codes()[row])]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Splitting_a_rows_weight_in_two_changes_nothing(string task)
    {
        int[] split = [.. Enumerable.Range(0, Rows), 17];
        Sample sample = Make(task, weighted: true);
        Sample taken = sample.Take(split);
        taken.Weights![17] = 0.25 * sample.Weights![17];
        taken.Weights[Rows] = 0.75 * sample.Weights[17];
        Same(Values(sample, Codes()), Values(taken, [.. split.Select(row => Codes()[row])]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Scaling_all_weights_changes_nothing_but_sums_of_weights(string task)
    {
        Sample sample = Make(task, weighted: true);
        Same(Values(sample, Codes()), Values(sample.WithWeights(Array.ConvertAll(sample.Weights!, weight => weight * 1000)),
            Codes()));
    }

    [Fact]
    public void Relabelling_groups_permutes_their_values_and_keeps_every_comparison_with_its_interval()
    {
        Sample sample = Make("binary", weighted: false);
        string[] names = [.. Codes().Select(code => code switch { 0 => "x", 1 => "y", _ => "z" })];
        string[] others = [.. Codes().Select(code => code switch { 0 => "c", 1 => "a", _ => "b" })];
        Grouping one = Samples.By(names), other = Samples.By(others);
        MetricFrame left = MetricFrame.Gather(sample, one, new FrameOptions(Replicates: 4000)),
            right = MetricFrame.Gather(sample, other, new FrameOptions(Replicates: 4000));
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Tasks.Contains(sample.Task)
            && metric.Name is not ("consistency" or "treatment_ratio")))
        {
            Assert.Equal(left.MeasureGroups(metric)[0].Value, right.MeasureGroups(metric)[2].Value);
            Comparison comparison = Samples.Comparison(metric.Name, CompareKind.Difference);
            Measurement difference = left.Compare(comparison, [true, true, true]).Worst,
                relabelled = right.Compare(comparison, [true, true, true]).Worst;
            Assert.Equal(difference.Value.Number, relabelled.Value.Number, 12);
            if (difference.Interval is null || relabelled.Interval is null)
            {
                if (metric.IsExact) continue;
                // Too many replicates are undefined; about as many as is too many, and only one of the two has an interval.
                Assert.NotEmpty(metric.UndefinedWhen);
                continue;
            }
            if (difference.Interval.High == difference.Interval.Low) continue;
            // The replicates differ, their law does not.
            double tolerance = 0.25 * (difference.Interval.High - difference.Interval.Low);
            Assert.Equal(difference.Interval.Low, relabelled.Interval.Low, tolerance);
            Assert.Equal(difference.Interval.High, relabelled.Interval.High, tolerance);
        }
    }

    /// <summary>Whatever the weights are, a row of weight 3 is three rows of weight 1.</summary>
    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_whole_weight_is_as_many_rows(string task)
    {
        Sample sample = Make(task, weighted: false);
        int[] repeated = [.. Enumerable.Range(0, Rows).SelectMany(row => Enumerable.Repeat(row, 1 + row % 3))];
        Sample weighted = sample.WithWeights([.. Enumerable.Range(0, Rows).Select(row => 1.0 + row % 3)]);
        // The median of an even number of rows is the middle of two, with weights the lower of them, as in scikit-learn.
        Same(Values(weighted, Codes(), but: ["median_absolute_error"]),
            Values(sample.Take(repeated), [.. repeated.Select(row => Codes()[row])], but: ["median_absolute_error"]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_row_without_weight_is_no_row(string task)
    {
        Sample sample = Make(task, weighted: true);
        double[] weights = [.. sample.Weights!.Select((weight, row) => row % 5 == 0 ? 0 : weight)];
        int[] others = [.. Enumerable.Range(0, Rows).Where(row => row % 5 != 0)];
        Same(Values(sample.WithWeights(weights), Codes()), Values(sample.Take(others), [.. others.Select(row => Codes()[row])]));
    }

    /// <summary>Twice the rows know more and say the same: intervals of comparisons become narrower, by about the square root of
    /// 2.</summary>
    [Theory]
    [InlineData("demographic_parity_difference")]
    [InlineData("demographic_parity_ratio")]
    [InlineData("predictive_parity_difference")]
    [InlineData("difference_in_accuracy")]
    [InlineData("difference_in_conditional_rejection")]
    public void Duplicating_the_data_narrows_the_interval_of_a_comparison(string name)
    {
        Sample sample = Make("binary", weighted: true);
        int[] twice = [.. Enumerable.Range(0, 2 * Rows).Select(i => i % Rows)];
        Interval one = Of(sample, Codes()), two = Of(sample.Take(twice), [.. twice.Select(row => Codes()[row])]);
        Assert.InRange((two.High - two.Low) / (one.High - one.Low), 0.55, 0.9);

        Interval Of(Sample own, int[] codes) =>
            MetricFrame.Gather(own, Samples.By(Array.ConvertAll(codes, code => $"{code}")), new FrameOptions())
            .Compare(DisparityCatalogue.Find(name)!.Comparison, [true, true, true]).Worst.Interval!;
    }

    private static int[] Codes()
    {
        var random = new CounterRandom(8, 1, 0);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.NextIndex(3))];
    }

    /// <summary>Every named disparity, and every kind of comparison by every method, alone and within the levels of a control
    /// column.</summary>
    private static IEnumerable<(string, double)> Comparisons(Sample sample, int[] codes, int[] levels)
    {
        Grouping plain = Samples.By(Array.ConvertAll(codes, code => $"{code}"));
        Grouping controlled = Grouping.Create([Samples.Column("g", Array.ConvertAll(codes, code => $"{code}"))],
            [Samples.Column("level", Array.ConvertAll(levels, level => $"{level}"))], codes.Length);
        Comparison[] own = [.. from metric in (string[])(sample.Task == TaskType.Regression ? ["mae", "prediction_quantile"] : ["accuracy"])
                               from kind in (CompareKind[])[CompareKind.Difference, CompareKind.Ratio, CompareKind.GroupMin,
                                   CompareKind.GroupMax]
                               from method in (CompareMethod[])[CompareMethod.BetweenGroups, CompareMethod.ToOverall,
                                   CompareMethod.ToReference, CompareMethod.ToRest]
                               select Samples.Comparison(metric, kind, method) with { Reference = new(ReferenceKind.Named, ["1"]) }];
        Comparison[] all = [.. DisparityCatalogue.All.Where(named => named.Tasks.Contains(sample.Task)).Select(named => named.Comparison)
            .Where(named => !named.Parts.Any(Counts)), .. own];
        foreach (Grouping grouping in new[] { plain, controlled })
        {
            MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 0));
            foreach (Comparison comparison in all)
            {
                ComparisonResult result = frame.Compare(comparison, Samples.All(grouping));
                // A ratio of errors may have nothing below it, and a stratified disparity needs levels; then it is undefined whatever is
                // done to the rows.
                yield return ($"{comparison.Name} {comparison.Method}", result.Worst.Value.NumberOrNull ?? -99);
                yield return ($"{comparison.Name} {comparison.Method}, weighted", result.Weighted.Value.NumberOrNull ?? -99);
            }
        }
    }

    private static Sample Make(string task, bool weighted) => task switch
    {
        "binary" => RandomSamples.Binary(Rows, weighted, seed: 9),
        "multiclass" => RandomSamples.Multiclass(Rows, 3, weighted, seed: 9),
        _ => RandomSamples.Regression(Rows, weighted, seed: 9),
    };

    /// <summary>Every metric of the task, and of one class of many, over all rows, by group and compared; but counts of rows.</summary>
    private static List<(string Name, double Value)> Values(Sample sample, int[] codes, string[]? but = null)
    {
        Grouping grouping = Samples.By(Array.ConvertAll(codes, code => $"{code}"));
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 0));
        var values = new List<(string, double)>();
        IEnumerable<Metric> ofClass = sample.Task == TaskType.MulticlassClassification
            ? MetricCatalogue.All.Select(metric => metric.OneVsRest(1, "b")).OfType<Metric>() : [];
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Name != "consistency" && metric.Tasks.Contains(sample.Task))
            .Concat(ofClass))
        {
            if (Counts(metric) || but?.Contains(metric.Name) == true) continue;
            values.Add((metric.Name, frame.Measure(metric).Value.Number));
            values.AddRange(frame.MeasureGroups(metric).Select((measured, g) => ($"{metric.Name} of {g}", measured.Value.Number)));
            values.Add(($"{metric.Name} difference", frame.Compare(new Comparison(metric.Name, CompareKind.Difference, [metric]),
                Samples.All(grouping)).Worst.Value.Number));
        }
        // The level of a row, whichever way the rows were taken: by its numbers, which belong to it.
        int[] levels = sample.Task == TaskType.Regression ? Array.ConvertAll(sample.Targets!, target => target > 10 ? 1 : 0) : [
            .. Enumerable.Range(0, sample.Rows).Select(row => (int)(sample.Scores![row * sample.Scores.Length / sample.Rows] * 100) % 2)];
        values.AddRange(Comparisons(sample, codes, levels));
        Assert.True(values.Count > 60 && values.Count(value => value.Item2 == -99) < values.Count / 4);
        return values;
    }

    /// <summary>Whether a metric counts rows, or takes a number of them: with more rows or weight it is another.</summary>
    private static bool Counts(Metric metric) => metric.Name.Split('[')[0] is "count" or "true_positives" or "false_positives"
        or "true_negatives" or "false_negatives" or "precision_at_k" or "recall_at_k";

    private static void Same(List<(string Name, double Value)> expected, List<(string Name, double Value)> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (((string name, double value), (_, double other)) in expected.Zip(actual)) Near.Check(value, other, name);
    }
}
