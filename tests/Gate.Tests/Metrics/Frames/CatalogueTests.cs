using Gate.Metrics;

namespace Gate.Tests.Metrics.Frames;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData("mae", "mean_absolute_error")]
    [InlineData("rmse", "root_mean_squared_error")]
    [InlineData("roc_auc", "roc_auc")]
    [InlineData("f1_macro", "f1_macro")]
    public void Finds_names_and_aliases(string name, string metric) => Assert.Equal(metric, MetricCatalogue.Find(name)!.Name);

    [Fact]
    public void Finds_nothing_else()
    {
        Assert.Null(MetricCatalogue.Find("Accuracy"));
        Assert.Null(DisparityCatalogue.Find("accuracy"));
    }

    [Fact]
    public void Every_metric_is_described()
    {
        Assert.NotEmpty(MetricCatalogue.All);
        foreach (Metric metric in MetricCatalogue.All)
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", metric.Name);
            Assert.EndsWith(".", metric.Definition, StringComparison.Ordinal);
            Assert.NotEmpty(metric.Source);
            Assert.NotEmpty(metric.Tasks);
            Assert.True(metric.Range.Low < metric.Range.High);
            Assert.False(metric.UndefinedWhen.EndsWith('.'), metric.Name);
        }
    }

    [Fact]
    public void Names_are_unique()
    {
        string[] names = [.. MetricCatalogue.All.SelectMany(metric => metric.Aliases.Prepend(metric.Name)),
            .. DisparityCatalogue.All.Select(disparity => disparity.Comparison.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
    }
}
