using Gate.Data;
using Gate.Evaluation.Facts;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Facts;

public sealed class ManyClassesTests
{
    [Theory]
    [InlineData(MetricFacts.MostClasses, true)]
    [InlineData(MetricFacts.MostClasses + 1, false)]
    public void Beyond_a_hundred_classes_the_report_has_no_metric_that_sorts_rows_for_each_class(int classes, bool reported)
    {
        var sample = new Sample
        {
            Task = TaskType.MulticlassClassification, Rows = 1, Classes = [.. Enumerable.Range(0, classes).Select(code => $"c{code}")],
            Labels = [0], Predictions = [0], Scores = new double[classes],
        };
        string[] names = [.. MetricFacts.Of(sample).Select(metric => metric.Name)];
        Assert.Equal(reported, names.Contains("roc_auc_ovr"));
        Assert.Contains("f1_macro", names);
    }
}
