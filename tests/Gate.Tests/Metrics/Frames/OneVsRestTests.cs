using Gate.Data;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

/// <summary>A metric of one class of a multiclass sample is the binary metric of the sample with that class as positive.</summary>
public sealed class OneVsRestTests
{
    private static readonly Sample sample = Properties.RandomSamples.Multiclass(300, classes: 4, weighted: true, seed: 3);
    private static readonly Grouping grouping = Properties.RandomSamples.Grouping(300, groups: 3, seed: 5);

    [Fact]
    public void Every_binary_count_metric_of_a_class_is_that_of_the_class_as_positive()
    {
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 0));
        for (int code = 0; code < sample.Classes.Count; code++)
        {
            MetricFrame binary = MetricFrame.Gather(Binary(code), grouping, new FrameOptions(Replicates: 0));
            foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Tasks.SequenceEqual([TaskType.BinaryClassification])
                && !metric.NeedsRows))
            {
                Metric own = metric.OneVsRest(code, sample.Classes[code])!;
                Assert.Equal($"{metric.Name}[{sample.Classes[code]}]", own.Name);
                Near.Check(binary.Measure(metric).Value.Number, frame.Measure(own).Value.Number, own.Name);
                foreach ((Measurement expected, Measurement actual) in binary.MeasureGroups(metric).Zip(frame.MeasureGroups(own)))
                    Near.Check(expected.Value.Number, actual.Value.Number, own.Name);
            }
        }
    }

    [Fact]
    public void Every_metric_of_binary_scores_of_a_class_is_that_of_the_class_as_positive()
    {
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 0)),
            binary = MetricFrame.Gather(Binary(1), grouping, new FrameOptions(Replicates: 0));
        string[] compared = [.. Compared()];
        foreach (string name in new[] { "roc_auc", "average_precision", "brier_score_loss", "log_loss", "mean_score", "ks_statistic" })
            Assert.Contains(name, compared);

        IEnumerable<string> Compared()
        {
            foreach (Metric metric in MetricCatalogue.All.Where(metric => metric.Inputs == MetricInputs.Scores
                && metric.Tasks.Contains(TaskType.BinaryClassification)))
            {
                if (metric.OneVsRest(1, "b") is not Metric own) continue;
                foreach ((Measurement expected, Measurement actual) in binary.MeasureGroups(metric).Zip(frame.MeasureGroups(own)))
                    Near.Check(expected.Value.Number, actual.Value.Number, own.Name);
                yield return metric.Name;
            }
        }
    }

    [Fact]
    public void A_rate_of_a_class_has_the_interval_of_the_rate()
    {
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions()),
            binary = MetricFrame.Gather(Binary(2), grouping, new FrameOptions());
        Interval expected = binary.Measure(Samples.Metric("recall")).Interval!,
            actual = frame.Measure(Samples.Metric("recall").OneVsRest(2, "c")!).Interval!;
        Assert.Equal(expected.Method, actual.Method);
        Near.Check(expected.Low, actual.Low, "low");
        Near.Check(expected.High, actual.High, "high");
    }

    [Fact]
    public void A_class_that_never_occurs_is_named_in_the_reason()
    {
        Sample rare = sample.WithLabels(Array.ConvertAll(sample.Labels!, label => label == 2 ? 1 : label));
        MetricValue value = MetricFrame.Gather(rare, grouping, new FrameOptions(Replicates: 0))
            .Measure(Samples.Metric("recall").OneVsRest(2, "c")!).Value;
        Assert.Equal("no positive rows (class c against the others)", value.Undefined);
    }

    [Fact]
    public void Metrics_of_all_classes_have_no_version_of_one() => Assert.Null(Samples.Metric("accuracy").OneVsRest(0, "a"));

    private static Sample Binary(int code) => Samples.Binary(
        Array.ConvertAll(sample.Labels!, label => label == code ? 1 : 0),
            Array.ConvertAll(sample.Predictions!, label => label == code ? 1 : 0),
        [.. Enumerable.Range(0, sample.Rows).Select(row => sample.Scores![row * sample.Classes.Count + code])], sample.Weights);
}
