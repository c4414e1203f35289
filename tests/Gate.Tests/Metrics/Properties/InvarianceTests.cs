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
        Same(Values(sample, Codes()), Values(Take(sample, order), [.. order.Select(row => Codes()[row])]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Duplicating_the_data_changes_no_metric_but_counts(string task)
    {
        int[] twice = [.. Enumerable.Range(0, 2 * Rows).Select(i => i % Rows)];
        Sample sample = Make(task, weighted: true);
        Same(Values(sample, Codes()), Values(Take(sample, twice), [.. twice.Select(row => Codes()[row])]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Splitting_a_rows_weight_in_two_changes_nothing(string task)
    {
        int[] split = [.. Enumerable.Range(0, Rows), 17];
        Sample sample = Make(task, weighted: true);
        Sample taken = Take(sample, split);
        taken.Weights![17] = 0.25 * sample.Weights![17];
        taken.Weights[Rows] = 0.75 * sample.Weights[17];
        Same(Values(sample, Codes()), Values(taken, [.. split.Select(row => Codes()[row])]));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Scaling_all_weights_changes_nothing_but_sums_of_weights(string task)
    {
        Sample sample = Make(task, weighted: true);
        Same(Values(sample, Codes()), Values(sample with { Weights = Array.ConvertAll(sample.Weights!, weight => weight * 1000) }, Codes()));
    }

    [Fact]
    public void Relabelling_groups_permutes_their_values_and_keeps_every_comparison_with_its_interval()
    {
        Sample sample = Make("binary", weighted: false);
        string[] names = [.. Codes().Select(code => code switch { 0 => "x", 1 => "y", _ => "z" })];
        string[] others = [.. Codes().Select(code => code switch { 0 => "c", 1 => "a", _ => "b" })];
        Grouping one = Samples.By(names), other = Samples.By(others);
        MetricFrame left = MetricFrame.Gather(sample, one, new FrameOptions(Replicates: 4000)), right = MetricFrame.Gather(sample, other, new FrameOptions(Replicates: 4000));
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Tasks.Contains(sample.Task) && metric.Name is not ("consistency" or "treatment_ratio")))
        {
            Assert.Equal(left.MeasureGroups(metric)[0].Value, right.MeasureGroups(metric)[2].Value);
            Comparison comparison = Samples.Comparison(metric.Name, CompareKind.Difference);
            Measurement difference = left.Compare(comparison, [true, true, true]).Worst, relabelled = right.Compare(comparison, [true, true, true]).Worst;
            Assert.Equal(difference.Value.Number, relabelled.Value.Number, 12);
            if (difference.Interval is null || difference.Interval.High == difference.Interval.Low) continue;
            // The replicates differ, their law does not.
            double tolerance = 0.15 * (difference.Interval.High - difference.Interval.Low);
            Assert.Equal(difference.Interval.Low, relabelled.Interval!.Low, tolerance);
            Assert.Equal(difference.Interval.High, relabelled.Interval.High, tolerance);
        }
    }

    private static int[] Codes()
    {
        var random = new CounterRandom(8, 1, 0);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.NextIndex(3))];
    }

    private static Sample Make(string task, bool weighted)
    {
        var random = new CounterRandom(9, 0, 0);
        double[]? weights = weighted ? [.. Enumerable.Range(0, Rows).Select(_ => 0.1 + random.NextDouble())] : null;
        if (task == "regression")
        {
            double[] targets = [.. Enumerable.Range(0, Rows).Select(_ => 5 + 10 * random.NextDouble())];
            return Samples.Regression(targets, Array.ConvertAll(targets, target => target + random.NextDouble() - 0.4), weights);
        }
        int classes = task == "binary" ? 2 : 3;
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.NextIndex(classes))];
        int[] predictions = Array.ConvertAll(labels, label => random.NextDouble() < 0.3 ? random.NextIndex(classes) : label);
        double[] scores = [.. Enumerable.Range(0, classes == 2 ? Rows : Rows * classes).Select(_ => Math.Round(random.NextDouble(), 2))];
        return classes == 2 ? Samples.Binary(labels, predictions, scores, weights) : Samples.Multiclass(["a", "b", "c"], labels, predictions, scores, weights);
    }

    private static Sample Take(Sample sample, int[] rows)
    {
        T[]? Pick<T>(T[]? values)
        {
            if (values is null) return null;
            int width = values.Length / sample.Rows;
            return [.. rows.SelectMany(row => values.Skip(row * width).Take(width))];
        }
        return sample with
        {
            Rows = rows.Length,
            Labels = Pick(sample.Labels),
            Predictions = Pick(sample.Predictions),
            Scores = Pick(sample.Scores),
            Targets = Pick(sample.Targets),
            Estimates = Pick(sample.Estimates),
            Weights = Pick(sample.Weights),
        };
    }

    private static List<(string Name, double Value)> Values(Sample sample, int[] codes)
    {
        Grouping grouping = Samples.By(Array.ConvertAll(codes, code => $"{code}"));
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 0));
        var values = new List<(string, double)>();
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Name != "consistency" && metric.Tasks.Contains(sample.Task) && metric.Range.High < 1e300 | metric.Input != MetricInput.Labels))
        {
            values.Add((metric.Name, frame.Measure(metric).Value.Number));
            values.AddRange(frame.MeasureGroups(metric).Select((measured, g) => ($"{metric.Name} of {g}", measured.Value.Number)));
            values.Add(($"{metric.Name} difference", frame.Compare(Samples.Comparison(metric.Name, CompareKind.Difference), Samples.All(grouping)).Worst.Value.Number));
        }
        Assert.True(values.Count > 20);
        return values;
    }

    private static void Same(List<(string Name, double Value)> expected, List<(string Name, double Value)> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        foreach (((string name, double value), (_, double other)) in expected.Zip(actual)) Near.Check(value, other, name);
    }
}
