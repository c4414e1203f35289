using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Frames;

public sealed class ParameterTests
{
    [Fact]
    public void Every_parameterised_metric_keeps_its_name_and_takes_the_ends_of_its_ranges()
    {
        Metric[] metrics = [.. MetricCatalogue.All.Where(metric => metric.Parameters.Count > 0)];
        Assert.True(metrics.Length > 10);
        foreach (Metric metric in metrics)
        {
            Assert.Equal(metric.Parameters.Select(parameter => parameter.Default), metric.ParameterValues);
            foreach (MetricParameter parameter in metric.Parameters)
            {
                Assert.InRange(parameter.Default, parameter.Min, parameter.Max);
                Assert.EndsWith(".", parameter.Description, StringComparison.Ordinal);
                Metric other = metric.With(new Dictionary<string, double> { [parameter.Name] = parameter.Max });
                Assert.Equal((metric.Name, metric.GetType()), (other.Name, other.GetType()));
                Assert.Equal([parameter.Max], other.ParameterValues);
                Assert.Throws<ArgumentException>(
                    () => metric.With(new Dictionary<string, double> { [parameter.Name] = parameter.Max + 1 }));
                Assert.Throws<ArgumentException>(() => metric.With(new Dictionary<string, double> { [parameter.Name] = double.NaN }));
            }
        }
    }

    [Fact]
    public void Parameters_count()
    {
        Sample sample = Samples.Binary([1, 0, 1, 1, 0, 0], [1, 1, 1, 0, 0, 0], [.9, .8, .7, .4, .3, .2]);
        MetricFrame frame = MetricFrame.Gather(sample, Samples.Everyone(6), new FrameOptions(Replicates: 0));
        double Of(string name, string parameter, double value) =>
            frame.Measure(Samples.Metric(name).With(new Dictionary<string, double> { [parameter] = value })).Value.Number;
        Near.Check(frame.Measure(Samples.Metric("f1")).Value.Number, Of("fbeta", "beta", 1), "beta 1 is F1");
        Near.Check(frame.Measure(Samples.Metric("roc_auc")).Value.Number, Of("partial_roc_auc", "max_fpr", 1), "the whole area");
        Near.Check(0.5, Of("precision_at_k", "k", 2), "the top two");
        Near.Check(2.0 / 3, Of("recall_at_k", "k", 3), "the top three");
    }

    /// <summary>Two of three tied rows fill the cut: two thirds of the one positive among them.</summary>
    [Fact]
    public void Ties_at_the_cut_count_by_their_chance()
    {
        MetricFrame frame = MetricFrame.Gather(Samples.Binary([1, 0, 1, 0, 1], null, [.9, .5, .5, .5, .1]), Samples.Everyone(5),
            new FrameOptions(Replicates: 0));
        Near.Check((1 + 2.0 / 3) / 3,
            frame.Measure(Samples.Metric("precision_at_k").With(new Dictionary<string, double> { ["k"] = 3 })).Value.Number, "precision");
        Sample tied = Samples.Multiclass(["a", "b", "c"], [0, 1, 2], null, [.4, .4, .2, .3, .4, .3, .2, .5, .3]);
        Near.Check((0.5 + 1 + 0) / 3, MetricFrame.Gather(tied, Samples.Everyone(3), new FrameOptions(Replicates: 0))
            .Measure(Samples.Metric("top_k_accuracy").With(new Dictionary<string, double> { ["k"] = 1 })).Value.Number, "top-1");
    }

    /// <summary>With as many guesses as classes no row can be wrong: 1 is not estimated but known, and so is every comparison of
    /// it.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(7, true)]
    public void As_many_guesses_as_classes_are_right_with_certainty(double k, bool certain)
    {
        Sample sample = Properties.RandomSamples.Multiclass(90, 3, weighted: true, seed: 6),
            other = Properties.RandomSamples.Multiclass(90, 3, weighted: true, seed: 7);
        Metric metric = Samples.Metric("top_k_accuracy").With(new Dictionary<string, double> { ["k"] = k });
        Grouping grouping = Properties.RandomSamples.Grouping(90, 3, seed: 8);
        MetricFrame frame = MetricFrame.Gather(sample, grouping, new FrameOptions(Replicates: 200), sample.With(other.Output));
        bool Is(Measurement measured, double value) => measured.Value.NumberOrNull == value
            && measured.Interval is { } interval && interval.Low == value && interval.High == value;
        Assert.Equal(certain, Is(frame.Measure(metric), 1));
        Assert.All(frame.MeasureGroups(metric), measured => Assert.Equal(certain, Is(measured, 1)));
        Assert.Equal(certain, frame.Regression(metric) is { IsCertain: true, Value.Number: 0 });
        Assert.Equal(certain, frame.Regression(metric).NoInterval == "no model can have another value");
        foreach (CompareMethod method in (CompareMethod[])[CompareMethod.BetweenGroups, CompareMethod.ToOverall, CompareMethod.ToRest])
            Assert.Equal(certain, Is(frame.Compare(new Comparison("top", CompareKind.Difference, [metric], method),
                Samples.All(grouping)).Worst, 0));
    }

    [Fact]
    public void One_class_against_the_others_keeps_its_parameters()
    {
        Metric own = Samples.Metric("fbeta").With(new Dictionary<string, double> { ["beta"] = 0.5 }).OneVsRest(1, "b")!;
        Assert.Equal([0.5], own.ParameterValues);
        Metric other = own.With(new Dictionary<string, double> { ["beta"] = 3 });
        Assert.Equal("fbeta[b]", other.Name);
        Assert.Equal([3.0], other.ParameterValues);
    }
}
