using Gate.Tests.House;

namespace Gate.Tests.Metrics.Docs;

public sealed class MetricPagesTests
{
    [Trait("Writes", "pages")]
    [Fact]
    public void Pages_are_in_step_with_the_catalogue()
    {
        string folder = Checkout.Path("docs/metrics");
        bool update = Environment.GetEnvironmentVariable("GATE_UPDATE_DOCS") == "1";
        foreach ((string file, string text) in MetricPages.All())
        {
            string path = Path.Combine(folder, file);
            if (update) File.WriteAllText(path, text);
            Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text,
                $"docs/metrics/{file} is not what the catalogue says; run the tests with GATE_UPDATE_DOCS=1");
        }
    }

    [Fact]
    public void Every_metric_is_on_a_page()
    {
        string all = string.Concat(MetricPages.All().Select(page => page.Text));
        foreach (Gate.Metrics.Metric metric in MetricCatalogue.All)
            Assert.Contains($"## `{metric.Name}`", all, StringComparison.Ordinal);
    }
}
