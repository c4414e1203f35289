using Gate.Data;
using Gate.Evaluation.Searching;
using Gate.Metrics;

namespace Gate.Tests.Evaluation.Searching;

/// <summary>The words of a search are words of the house.</summary>
public sealed class SearchMetricNames
{
    [Fact]
    public void Every_metric_of_a_search_is_in_the_catalogue_and_has_a_better_side() => Assert.All(SearchMetrics.Names,
        name => Assert.NotEqual(Direction.Neutral, MetricCatalogue.Find(name)!.Direction));

    [Theory]
    [InlineData(TaskType.BinaryClassification)]
    [InlineData(TaskType.MulticlassClassification)]
    [InlineData(TaskType.Regression)]
    public void Every_task_has_its_own(TaskType task)
    {
        Assert.Contains(task, SearchMetrics.Of(null, task).Tasks);
        Assert.Contains(SearchMetrics.Of(null, task).Name, SearchMetrics.Names);
    }
}
