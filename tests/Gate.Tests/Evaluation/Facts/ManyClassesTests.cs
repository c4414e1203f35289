using Gate.Data;
using Gate.Evaluation.Facts;
using Gate.Evaluation.Measuring.Frames;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Facts;

public sealed class ManyClassesTests
{
    [Theory]
    [InlineData(MetricFacts.MostClasses, true)]
    [InlineData(MetricFacts.MostClasses + 1, false)]
    public void Beyond_a_hundred_classes_the_report_has_no_metric_that_sorts_rows_for_each_class(int classes, bool reported)
    {
        var sample = new Sample(
            Truth.OfClasses(TaskType.MulticlassClassification, [.. Enumerable.Range(0, classes).Select(code => $"c{code}")], [0]),
            new ClassOutput([0], new double[classes]));
        string[] names = [.. MetricFacts.Of(sample).Select(metric => metric.Name)];
        Assert.Equal(reported, names.Contains("roc_auc_ovr"));
        Assert.Contains("f1_macro", names);
    }
}
