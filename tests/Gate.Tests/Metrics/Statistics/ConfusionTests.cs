using Gate.Metrics.Cells;
using Gate.Metrics.Kinds;
using Gate.Metrics.Statistics;
using Gate.Metrics;
using Gate.Tests.Metrics.Golden;

namespace Gate.Tests.Metrics.Statistics;

public sealed class ConfusionTests
{
    private const int Many = Confusion.MostWhole + 5;

    [Fact]
    public void Of_many_classes_the_sums_that_are_kept_are_those_of_the_whole_matrix()
    {
        var random = new Random(5);
        var whole = new double[Many, Many];
        var kept = new double[Confusion.Size(Many)];
        for (int i = 0; i < 400; i++)
        {
            (int label, int prediction, double weight) = (random.Next(Many), random.Next(Many), random.NextDouble());
            whole[label, prediction] += weight;
            Confusion.Add(kept, Many, label, prediction, weight);
        }
        var cells = new Confusion(kept, Many);
        double Sum(Func<int, int, double> factor) =>
            Enumerable.Range(0, Many).Sum(k => Enumerable.Range(0, Many).Sum(j => factor(k, j) * whole[k, j]));
        Near.Check(Sum((_, _) => 1), cells.Total, "total");
        Near.Check(Sum((k, j) => k == j ? 1 : 0), cells.Correct, "correct");
        Near.Check(Sum((k, j) => k == j ? 0 : 1), cells.Wrong, "wrong");
        Near.Check(Sum((k, j) => Math.Abs(k - j)), cells.Distances(squared: false), "distances");
        Near.Check(Sum((k, j) => (k - j) * (k - j)), cells.Distances(squared: true), "squared distances");
        Span<double> room = stackalloc double[4];
        for (int code = 0; code < Many; code++)
        {
            Near.Check(Sum((k, j) => k == code && j == code ? 1 : 0), cells.Hit(code), "hit");
            Near.Check(Sum((k, _) => k == code ? 1 : 0), cells.Labelled(code), "labelled");
            Near.Check(Sum((_, j) => j == code ? 1 : 0), cells.Predicted(code), "predicted");
            Confusion one = cells.Against(code, room);
            Near.Check(Sum((k, j) => k != code && j != code ? 1 : 0), one.TrueNegatives, "true negatives");
            Near.Check(Sum((k, j) => k != code && j == code ? 1 : 0), one.FalsePositives, "false positives");
            Near.Check(Sum((k, j) => k == code && j != code ? 1 : 0), one.FalseNegatives, "false negatives");
            Near.Check(Sum((k, j) => k == code && j == code ? 1 : 0), one.TruePositives, "true positives");
        }
    }

    [Fact]
    public void A_class_that_has_all_rows_leaves_no_crumbs_for_the_others()
    {
        var kept = new double[Confusion.Size(Many)];
        for (int i = 0; i < 10; i++) Confusion.Add(kept, Many, 3, i % 2 == 0 ? 3 : 7, 0.1);
        Span<double> room = stackalloc double[4];
        Assert.Equal(0, new Confusion(kept, Many).Against(3, room).TrueNegatives);
    }

    [Fact]
    public void Classes_that_do_not_occur_change_no_metric()
    {
        var random = new Random(6);
        int[] labels = [.. Enumerable.Range(0, 300).Select(_ => random.Next(4))];
        int[] predictions = [.. labels.Select(label => random.Next(3) == 0 ? random.Next(4) : label)];
        Sample Of(int classes) => new(
            Truth.OfClasses(Gate.Data.TaskType.MulticlassClassification, [.. Enumerable.Range(0, classes).Select(c => $"c{c}")], labels),
            new ClassOutput(predictions, null));
        var options = new FrameOptions(Replicates: 50);
        MetricFrame few = MetricFrame.Gather(Of(4), Samples.Everyone(300), options),
            many = MetricFrame.Gather(Of(Many), Samples.Everyone(300), options);
        foreach (Metric metric in MetricCatalogue.All.Where(metric => metric is CountMetric
            && metric.Tasks.Contains(Gate.Data.TaskType.MulticlassClassification) && !metric.Name.Contains("adjusted")))
        {
            Near.Check(few.Measure(metric).Value.Number, many.Measure(metric).Value.Number, metric.Name);
            Assert.Equal(few.Measure(metric).Interval is null, many.Measure(metric).Interval is null);
        }
    }
}
